"""Draw the pictures, the film, the sound and the leaflets that both example documentations show.

Run it again only to change them; the results are committed. Needs Playwright with a Chromium, Pillow,
ffmpeg and espeak-ng::

    python examples/docs/make_media.py [--browser-path FILE]

The pictures of Parley itself are taken from the accessible variant of examples/webapp.
"""

import argparse
import subprocess
import sys
import tempfile
import wave
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).resolve().parent
FIXED = DOCS.parent / "docs_fixed"
WEBAPP = DOCS.parent / "webapp" / "serve.py"

STYLE = """<style>
  body { margin: 0; padding: 16px; background: #fff; color: #1f2937; font: 16px/1.4 "Liberation Sans", sans-serif }
  table { border-collapse: collapse; width: 588px }
  th, td { border: 1px solid #94a3b8; padding: 6px 10px; text-align: left }
  th { background: #e6f2f1 }
  .boxes { display: flex; align-items: center; gap: 14px }
  .boxes b { white-space: nowrap; padding: 22px 18px; border: 2px solid #0f766e; border-radius: 8px }
  .error { padding: 12px 18px; border: 2px solid #b91c1c; border-radius: 8px; background: #fef2f2 }
  body:has(.slide) { background: #0b3b3a }
  .slide { display: grid; place-content: center; gap: 12px; height: 238px; text-align: center;
    color: #fff }
  .slide b { font-size: 34px } .slide i { font-size: 19px; font-style: normal }
</style>"""

DRAWINGS = {
    "_static/permissions.png": (
        620,
        196,
        "<table><tr><th>Right<th>Guest<th>Member<th>Admin"
        "<tr><td>Read open channels<td>no<td>yes<td>yes<tr><td>Create channels<td>no<td>yes<td>yes"
        "<tr><td>Archive channels<td>no<td>no<td>yes<tr><td>Invite people<td>no<td>no<td>yes</table>",
    ),
    "images/architecture.png": (
        700,
        104,
        "<div class=boxes><b>Browser</b>→<b>Load balancer</b>→<b>Parley server</b>→<b>PostgreSQL</b></div>",
    ),
    "_static/error-4107.png": (
        480,
        124,
        "<div class=error><b>Error 4107</b><br>The server's clock differs from yours by more than five minutes.</div>",
    ),
}

FILM = (
    ("Pick a channel", "from the list on the left", "First, pick a channel from the list on the left."),
    ("Write your message", "in the box at the bottom", "Then write your message in the box at the bottom."),
    ("Press Enter", "your team sees it at once", "Press Enter to send it. Your team sees it at once."),
)

LEAFLET = """<!DOCTYPE html><html lang="en"><title>Parley quick reference</title>{style}
<h1>Parley quick reference</h1><table><tr><th>Key<th>What it does
<tr><td>{modifier}N<td>New message<tr><td>{modifier}G<td>Go to channel
<tr><td>{modifier}M<td>Mute the channel<tr><td>{modifier}H<td>Help</table></html>"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the media of the example documentation.")
    parser.add_argument("--browser-path", type=Path)
    arguments = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.browser_path)
        page = browser.new_page()
        draw_pictures(page)
        film(page)
        leaflets(page)
        photograph_parley(page)
        browser.close()
    sound()


def draw_pictures(page: Page) -> None:
    for path, (width, height, body) in DRAWINGS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.set_content(STYLE + body)
        save(page.screenshot(), DOCS / path)


def photograph_parley(page: Page) -> None:
    command = [sys.executable, str(WEBAPP), "--port", "0", "--fixed"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        page.set_viewport_size({"width": 900, "height": 560})
        page.goto(server.stdout.readline().strip())
        page.wait_for_selector("#username")
        save(page.screenshot(), DOCS / "_static/sign-in.png")
        page.fill("#username", "demo")
        page.fill("#password", "demo-password")
        page.click("#sign-in")
        page.wait_for_selector("[data-test=message]")
        save(page.screenshot(), DOCS / "images/channel-view.png")
        page.click("[data-test=new-channel]")
        page.wait_for_selector("[data-test=dialog]")
        save(page.screenshot(), DOCS / "images/create-channel.png")
    finally:
        server.terminate()
        server.wait()


def film(page: Page) -> None:
    """Three slides, each as long as its spoken sentence, and captions that keep the same time."""
    page.set_viewport_size({"width": 480, "height": 270})
    start = 0.0
    captions = ["WEBVTT\n"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for number, (title, subtitle, sentence) in enumerate(FILM):
            page.set_content(f"{STYLE}<div class=slide><b>{title}</b><i>{subtitle}</i></div>")
            page.screenshot(path=folder / f"{number}.png")
            voice = folder / f"{number}.wav"
            subprocess.run(["espeak-ng", "-s", "140", "-w", str(voice), sentence], check=True)
            with wave.open(str(voice)) as recording:
                seconds = recording.getnframes() / recording.getframerate()
            ffmpeg(
                "-loop", "1", "-framerate", "5", "-i", str(folder / f"{number}.png"), "-i", str(voice),
                "-t", f"{seconds:.2f}", "-c:v", "libvpx-vp9", "-crf", "45", "-b:v", "0",
                "-c:a", "libopus", "-b:a", "16k",
                "-ac", "1", "-ar", "24000", "-pix_fmt", "yuv420p", str(folder / f"{number}.webm"),
            )  # fmt: skip
            captions.append(f"{stamp(start)} --> {stamp(start + seconds)}\n{sentence}\n")
            start += seconds
        parts = folder / "parts.txt"
        parts.write_text("".join(f"file {number}.webm\n" for number in range(len(FILM))))
        ffmpeg("-f", "concat", "-i", str(parts), "-c", "copy", str(DOCS / "_static/tour.webm"))
    (FIXED / "_static/tour.vtt").write_text("\n".join(captions))


def stamp(seconds: float) -> str:
    return f"00:00:{seconds:06.3f}"


def sound() -> None:
    tone = "sine=frequency=880:duration=4"
    ffmpeg("-f", "lavfi", "-i", tone, "-c:a", "libopus", "-b:a", "8k", str(DOCS / "_static/ping.ogg"))


def leaflets(page: Page) -> None:
    page.set_content(LEAFLET.format(style=STYLE, modifier=""))
    page.pdf(path=DOCS / "_static/quick-reference.pdf", format="A5", tagged=False)
    page.set_content(LEAFLET.format(style=STYLE, modifier="Alt + "))
    page.pdf(path=FIXED / "_static/quick-reference.pdf", format="A5", tagged=True)


def ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", *arguments], check=True)


def save(png: bytes, path: Path) -> None:
    """Keep a picture with a palette of 64 colours, to keep the repository small."""
    Image.open(BytesIO(png)).convert("RGB").quantize(64).save(path, optimize=True)


if __name__ == "__main__":
    main()
