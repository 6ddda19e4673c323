"""Makes the pictures of the handbook in docs/images/: the reports, the conformance report, the manual audit, the terminal.

Run it with `python -m scripts.docs_images`. It scans the examples; `--audit-file` takes a run that is there already.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from a11ycheck.browser.launch import launch
from a11ycheck.config import load
from a11ycheck.reporters.items import Items
from a11ycheck.reporters.terminal import show
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
CONFIG = ROOT / "examples" / "a11ycheck.toml"
MOST_BYTES = 200_000
LOOKS = {
    "findings": {"viewport": {"width": 1280, "height": 1000}},
    "findings-dark": {"viewport": {"width": 1280, "height": 1000}, "color_scheme": "dark"},
    "findings-320": {"viewport": {"width": 320, "height": 900}},
    "findings-forced-colors": {"viewport": {"width": 1280, "height": 1000}, "forced_colors": "active"},
}
DESKTOP = {"viewport": {"width": 1280, "height": 1000}}
COLUMNS, LINES = 100, 44
TERMINAL = (
    '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#0c0c0c;width:max-content;padding:1rem">'
    '<pre style="font:15px/1.4 monospace;color:#d9d9d9;margin:0">{code}</pre>'
)


def main() -> None:
    """Scan unless told not to, write the reports, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--audit-file", type=Path, help="an audit file with a run of the examples")
    audit_file = parser.parse_args().audit_file
    with tempfile.TemporaryDirectory(prefix="a11ycheck-images-") as work:
        folder = Path(work)
        if audit_file is None:
            audit_file = folder / "audit.db"
            scan(folder, audit_file)
        a11ycheck("report", "html", "acr-508", audit_file=audit_file, folder=folder)
        with sync_playwright() as playwright, closing(launch(playwright).browser) as browser:
            pictures(browser, folder, audit_file)


def pictures(browser: Browser, folder: Path, audit_file: Path) -> None:
    """All pictures, from the reports in the folder and the audit file."""
    IMAGES.mkdir(exist_ok=True)
    report = (folder / "findings.html").as_uri()
    for name, look in LOOKS.items():
        take(browser, name, report, look)
    with closing(open_audit_file(audit_file, create=False)) as connection:
        view = RunView(connection)
        pictured = next(group for group in view.groups if group.rule.rule == "color-contrast")
        terminal(folder / "terminal.html", view)
    take(browser, "group", (folder / "findings" / f"group-{pictured.key}.html").as_uri(), DESKTOP)
    take(browser, "acr", (folder / "acr-508.html").as_uri(), DESKTOP)
    take(browser, "terminal", (folder / "terminal.html").as_uri(), {"viewport": {"width": 960, "height": 980}})
    with audit(audit_file) as address:
        take(browser, "audit", f"{address}row/1.1.1", DESKTOP)


def take(browser: Browser, name: str, url: str, look: dict[str, object]) -> None:
    """One picture of the top of a page, in a palette of 256 colours; raises when it is too large to keep in the repository."""
    page = browser.new_page(**look)  # type: ignore[arg-type]
    answer = page.goto(url)
    if answer is not None and not answer.ok:
        raise SystemExit(f"{url}: {answer.status}")
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    file = IMAGES / f"{name}.png"
    shot.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
    if file.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{file}: {file.stat().st_size} bytes are more than {MOST_BYTES}")
    print(file.relative_to(ROOT), file.stat().st_size)


def terminal(file: Path, view: RunView) -> None:
    """What a scan prints at its end, as a page."""
    console = Console(
        file=io.StringIO(), record=True, force_terminal=True, width=COLUMNS, height=LINES, color_system="truecolor"
    )
    show(view, console, Items(view, load(CONFIG)).gate.line)
    code = console.export_html(theme=MONOKAI, inline_styles=True, code_format="{code}")
    file.write_text(TERMINAL.format(code=code), encoding="utf-8")


@contextmanager
def audit(audit_file: Path) -> Iterator[str]:
    """The manual audit, running; gives its address."""
    command = [sys.executable, "-m", "a11ycheck", "audit", "--edition", "508", "--port", "0", "-c", str(CONFIG)]
    with subprocess.Popen([*command, "--audit-file", str(audit_file)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().split()[-1]
        finally:
            running.terminate()


def scan(folder: Path, audit_file: Path) -> None:
    """Scan the example documentation and application."""
    documentation = folder / "parley-docs"
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", ROOT / "examples" / "docs", documentation], check=True
    )
    a11ycheck("scan", str(documentation), "--exit-zero", "--format", "json", audit_file=audit_file, folder=folder)


def a11ycheck(*args: str, audit_file: Path, folder: Path) -> None:
    """Run the command at the root of the repository, with the configuration of the examples."""
    command = [sys.executable, "-m", "a11ycheck", *args, "-c", str(CONFIG), "--audit-file", str(audit_file)]
    subprocess.run([*command, "-o", str(folder)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
