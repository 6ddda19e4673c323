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
from a11ycheck.evidence.camera import Box, Camera, around
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Json

META = CollectorMeta(name="pictures", driving=True, order=12)

TALLEST = 8_000
WIDEST = 1_000
PIXELS = 2_500_000
"""Of the picture of a page as the browser makes it: more than twice of what a page of text may keep."""
LARGEST = 60_000
THUMB = (200, 150)
ALL_THUMBS = 120_000
"""Characters of all small pictures of a page together, in Base64."""
GOOD, FAIR = 55, 25
"""Qualities of WebP: what a picture gets, and what it gets when it would be too large."""
SAVED = 0.7
"""How much of the size is left from the one to the other, on pages of text."""
GROWTH = 1.8
"""Size grows with this power of the width, on pages of text."""
SAMPLES = 8
"""The first size is guessed from so many bands of a picture, that fraction of it together."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = page.realm.evaluate(with_locate("pictures"))
    width, height = min(found["size"][0], 4 * WIDEST), min(found["size"][1], TALLEST)
    scale = min(1.0, WIDEST / width, math.sqrt(PIXELS / (width * height)))
    boxes = [(each, box) for each in found["images"] if (box := _inside(each["box"], width, height))]
    with Camera(page.page) as camera:
        picture = camera.take_page((0, 0, width, height), scale=scale)
        images = _cut_out(boxes, camera, page.variant.height)
    pen = ImageDraw.Draw(picture)
    for x, y, wide, high in found["hidden"]:
        pen.rectangle((x * scale, y * scale, (x + wide) * scale, (y + high) * scale), fill="black")
    return {"page": _whole(picture, width, height), "images": images, "more": len(found["images"]) - len(images)}


def _inside(box: list[float], width: int, height: int) -> Box | None:
    """The part of a box that is pictured; None when next to nothing is."""
    x, y, wide, high = box
    left, top = max(0, math.floor(x)), max(0, math.floor(y))
    right, bottom = min(width, math.ceil(x + wide)), min(height, math.ceil(y + high))
    return (left, top, right, bottom) if right - left >= 4 and bottom - top >= 4 else None


def _cut_out(boxes: list[tuple[dict[str, Any], Box]], camera: Camera, view: int) -> list[Json]:
    """Small pictures, cut out of at most two large ones: of what the first view shows, and of what is new below."""
    images: list[Json] = []
    known: dict[str, tuple[str, list[int]]] = {}
    used = 0
    first = [each["file"] for each, box in boxes if box[3] <= view and each["file"]]
    for here in ([one for one in boxes if one[1][3] <= view], [one for one in boxes if one[1][3] > view]):
        new = [box for each, box in here if box[3] <= view or each["file"] not in first]
        left, top, right, bottom = around(new, 0, (4 * WIDEST, TALLEST)) if new else (0, 0, 0, 0)
        picture = camera.take_page((left, top, right, bottom)) if new else None
        for each, box in here:
            data, size = known.get(each["file"], ("", []))
            if not data and picture is not None:
                part = picture.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
                part.thumbnail(THUMB)
                data, size = _text(_webp(part, 60)), list(part.size)
            if each["file"]:
                known[each["file"]] = data, size
            if used + len(data) > ALL_THUMBS:
                return images
            used += len(data)
            images.append({"selector": each["selector"], "data": data, "size": size})
    return images


def _whole(picture: Image.Image, width: int, height: int) -> Json:
    """The picture as large as its limit lets it be; None when even a small one is too large.

    The first try is guessed from a sample; each says how much smaller the next must be, so that there are one or two.
    """
    wide, quality = _fitting(picture.width, GOOD, _guessed(picture))
    while wide >= 200:
        scale = wide / picture.width
        high = max(1, round(picture.height * scale))
        small = picture.resize((wide, high), Image.Resampling.BICUBIC, reducing_gap=2.0) if scale < 1 else picture
        body = _webp(small, quality)
        if len(body) <= LARGEST:
            return {
                "data": _text(body),
                "size": list(small.size),
                "scale": wide / width,
                "of": [width, height],
            }
        wide, quality = _fitting(wide, quality, len(body), smaller=True)
    return None


def _fitting(wide: int, quality: int, size: float, *, smaller: bool = False) -> tuple[int, int]:
    """Width and quality that should fit, by the size at a width and quality. `smaller`: than this, which did not."""
    if size <= LARGEST and not smaller:
        return wide, quality
    share = LARGEST / size / (SAVED if quality == GOOD else 1)
    if share > 1 and quality == GOOD:
        return wide, FAIR
    return int(wide * min(0.97, share ** (1 / GROWTH))), FAIR


def _guessed(picture: Image.Image) -> float:
    """The size of the picture in good quality, from bands all over it; nothing where it is too small for that to pay."""
    band = picture.height // SAMPLES // SAMPLES
    if band < 16:
        return 0
    sample = Image.new("RGB", (picture.width, band * SAMPLES))
    for number in range(SAMPLES):
        top = number * picture.height // SAMPLES
        sample.paste(picture.crop((0, top, picture.width, top + band)), (0, number * band))
    return len(_webp(sample, GOOD)) * picture.height / sample.height


def _webp(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=1)
    return out.getvalue()


def _text(body: bytes) -> str:
    return base64.b64encode(body).decode("ascii")
