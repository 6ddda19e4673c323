"""A picture of the page and small ones of its images, for the people who judge it.

Taken of the settled page, cut at 8,000 CSS px, at most 60 KB; passwords and typed values are blacked out, and `[redact]` was
done before. Shape: `{page: {data: WebP in Base64, size: [px, px] of the picture, scale: its px for one CSS px, of: CSS px}|None,
images: [{selector, data, size}], more: images without a picture}`. Images in frames are not pictured on their own.
"""

from __future__ import annotations

import base64
import io
import math
from typing import Any

from PIL import Image, ImageDraw

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.camera import Camera
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Json

META = CollectorMeta(name="pictures", driving=True, order=12)

TALLEST = 8_000
WIDEST = 1_000
LARGEST = 60_000
THUMB = (200, 150)
ALL_THUMBS = 90_000
"""Bytes of all small pictures of a page together."""
GOOD, FAIR = 55, 25
"""Qualities of WebP: what a picture gets, and what it gets when it would be too large."""
SAVED = 0.62
"""How much of the size is left from the one to the other, on pages of text."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = page.realm.evaluate(with_locate("pictures"))
    width, height = min(found["size"][0], 4 * WIDEST), min(found["size"][1], TALLEST)
    with Camera(page.page) as camera:
        picture = camera.take_page(width, height)
    pen = ImageDraw.Draw(picture)
    for x, y, wide, high in found["hidden"]:
        pen.rectangle((x, y, x + wide, y + high), fill="black")
    images, more = _cut_out(picture, found["images"])
    return {"page": _whole(picture), "images": images, "more": more}


def _cut_out(picture: Image.Image, found: list[dict[str, Any]]) -> tuple[list[Json], int]:
    images: list[Json] = []
    used = 0
    for each in found:
        x, y, wide, high = each["box"]
        left, top = max(0, math.floor(x)), max(0, math.floor(y))
        area = (left, top, min(picture.width, math.ceil(x + wide)), min(picture.height, math.ceil(y + high)))
        if area[2] - area[0] < 4 or area[3] - area[1] < 4:
            continue
        part = picture.crop(area)
        part.thumbnail(THUMB)
        body = _webp(part, 60)
        if used + len(body) > ALL_THUMBS:
            break
        used += len(body)
        images.append({"selector": each["selector"], "data": _text(body), "size": list(part.size)})
    return images, len(found) - len(images)


def _whole(picture: Image.Image) -> Json:
    """The picture as large as its limit lets it be; None when even a small one is too large.

    Each try says how much smaller the next must be, so that there are two or three.
    """
    wide, quality = min(picture.width, WIDEST), GOOD
    while wide >= 200:
        scale = wide / picture.width
        high = max(1, round(picture.height * scale))
        small = picture.resize((wide, high), Image.Resampling.BICUBIC, reducing_gap=2.0)
        body = _webp(small, quality)
        if len(body) <= LARGEST:
            return {
                "data": _text(body),
                "size": list(small.size),
                "scale": scale,
                "of": [picture.width, picture.height],
            }
        share = LARGEST / len(body) / (SAVED if quality == GOOD else 1)
        wide = wide if share > 1 else int(wide * min(0.95, math.sqrt(share)))
        quality = FAIR
    return None


def _webp(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=1)
    return out.getvalue()


def _text(body: bytes) -> str:
    return base64.b64encode(body).decode("ascii")
