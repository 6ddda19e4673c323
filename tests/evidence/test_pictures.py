"""Pictures of a page and of its images: small, in place, and without what people typed."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from a11ycheck.evidence import pictures
from a11ycheck.evidence.camera import Camera

RED = "<svg width='100' height='60' role='img' aria-label='Red'><rect width='100' height='60' fill='red'/></svg>"


def opened(each: Any) -> Image.Image:
    body = base64.b64decode(each["data"])
    assert len(body) <= pictures.LARGEST
    picture = Image.open(io.BytesIO(body)).convert("RGB")
    assert list(picture.size) == each["size"]
    return picture


def test_the_whole_page_is_pictured_and_its_images_are_cut_out(collected: Callable[..., Any]) -> None:
    found = collected(pictures, f"<div style='height: 3000px'></div>{RED}<svg width='2' height='2'></svg>")
    whole = opened(found["page"])
    assert found["page"]["of"][1] > 3000
    assert whole.width == pictures.WIDEST
    assert round(found["page"]["scale"], 2) == 0.78
    (image,) = found["images"]
    assert image["size"] == [100, 60]
    red, green, blue = opened(image).getpixel((50, 30))
    assert red > 200 > 60 > max(green, blue)
    assert found["more"] == 0


def test_images_of_the_first_view_and_below_are_cut_out_at_full_size(collected: Callable[..., Any]) -> None:
    blue = RED.replace("Red", "Blue").replace("'red'", "'blue'")
    found = collected(pictures, f"{RED}<div style='height: 5000px'></div><p>{blue}</p>")
    first, second = (opened(image) for image in found["images"])
    assert [each["size"] for each in found["images"]] == [[100, 60], [100, 60]]
    assert first.getpixel((50, 30))[0] > 200
    assert second.getpixel((50, 30))[2] > 200


def test_the_same_file_below_the_first_view_is_not_pictured_again(
    collected: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Any] = []
    take = Camera.take_page
    monkeypatch.setattr(Camera, "take_page", lambda self, box, **how: (taken.append(box), take(self, box, **how))[1])
    rect = "<rect width=%2240%22 height=%2240%22 fill=%22red%22/>"
    svg = f"<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2240%22 height=%2240%22>{rect}</svg>"
    image = f"<img alt=x src='data:image/svg+xml,{svg}' width=40 height=40>"
    found = collected(pictures, f"{image}<div style='height: 3000px'></div>{image}")
    first, second = found["images"]
    assert opened(first).getpixel((20, 20))[0] > 200
    assert first["data"] == second["data"]
    assert first["selector"] != second["selector"]
    assert len(taken) == 2
    larger = f"{image}<div style='height: 3000px'></div>{image.replace('width=40', 'width=80')}"
    assert [one["size"] for one in collected(pictures, larger)["images"]] == [[40, 40], [80, 40]]


def test_a_long_page_of_text_fits_at_the_second_try_at_most(
    collected: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    encode = pictures._webp
    monkeypatch.setattr(
        pictures, "_webp", lambda picture, quality: (widths.append(picture.width), encode(picture, quality))[1]
    )
    words = "".join(f"<p>{n} {'Words that fill a line of text, one after the other. ' * 4}</p>" for n in range(120))
    found = collected(pictures, words)
    whole = opened(found["page"])
    assert len(widths) <= 3, widths
    assert len(base64.b64decode(found["page"]["data"])) > pictures.LARGEST / 2
    assert whole.width / found["page"]["of"][0] == pytest.approx(found["page"]["scale"], abs=0.01)


def test_a_noisy_page_stays_small(collected: Callable[..., Any]) -> None:
    noise = """<canvas id="c" width="1200" height="6000"></canvas><script>
    const pen = c.getContext("2d");
    for (let n = 0; n < 60000; n++) { pen.fillStyle = `hsl(${n * 47 % 360} 90% 50%)`;
      pen.fillRect(n * 131 % 1200, n * 977 % 6000, 9, 9) }
    </script>"""
    found = collected(pictures, noise)
    assert found["page"] is None or opened(found["page"])


def test_typed_values_are_blacked_out(collected: Callable[..., Any]) -> None:
    body = (
        "<style>input { position: absolute; inset: 0; width: 1280px; height: 800px }</style><input id=a aria-label=x>"
    )
    found = collected(pictures, body, lambda page: page.fill("#a", "SECRET"))
    assert max(opened(found["page"]).getpixel((500, 300))) < 20
