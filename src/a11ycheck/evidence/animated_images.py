"""Pictures that move: GIF, WebP and APNG files, read frame by frame.

Only the page's own document and its open shadow roots; pictures of more than 24 CSS px. Shape: `{images: [{place, file, size:
[px, px], frames, seconds: one pass, loops: 0 for endless, moves: frames differ, flashes: most pairs of opposing changes of
luminance within a second, area: most CSS px² that such a change covers, busy: by its name a spinner, controls: buttons
around it, alone: the page has no text}], stoppers: controls with a name about stopping}`. Pictures with one frame, and those
that another site does not let be read, are left out.
"""

from __future__ import annotations

import base64
import io
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageSequence

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

if TYPE_CHECKING:
    from numpy.typing import NDArray

META = CollectorMeta(name="animated_images", order=41)

MOST = 6
BYTES = 4_000_000
FRAMES = 120
SMALL = (96, 96)
"""Frames are compared at this size at most."""
DIFFERENT = 16
SWING, DARK = 0.1, 0.8
"""Change of relative luminance that makes half a flash, where the darker one is below 0.8
(https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds)."""
SHORTEST, BROWSERS_TAKE = 20, 100
"""Frames shorter than 20 ms are shown for 100 ms by browsers."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    read: dict[str, Any] = page.realm.evaluate(with_locate("animated_images"), {"most": MOST, "bytes": BYTES})
    images = []
    for image in read["images"]:
        data = image.pop("data")
        facts = frames(base64.b64decode(data), image["size"]) if data else None
        if facts is not None:
            images.append({**image, **facts})
    return {"images": images, "stoppers": read["stoppers"]}


def location(item: Json) -> Location:
    """Where an image stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def frames(data: bytes, size: list[int]) -> dict[str, Any] | None:
    """What a file shows over time; None for a picture of one frame, and for what is no picture."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            count = int(getattr(image, "n_frames", 1))
            if count < 2:
                return None
            endless = image.info.get("loop", 1 if image.format == "GIF" else 0) == 0
            loops = 0 if endless else int(image.info.get("loop", 0)) + (1 if image.format == "GIF" else 0) or 1
            shown, lasts = [], []
            for frame in ImageSequence.Iterator(image):
                small = frame.convert("RGB")
                small.thumbnail(SMALL)
                shown.append(np.asarray(small, dtype=np.float64))
                lasts.append(float(frame.info.get("duration", 0) or 0))
                if len(shown) >= FRAMES:
                    break
    except (OSError, SyntaxError, ValueError, EOFError):
        return None
    times = [BROWSERS_TAKE if last < SHORTEST else last for last in lasts]
    flashes, area = _flashes(shown, times, size, endless=endless)
    return {
        "frames": count, "seconds": round(sum(times) / 1000, 2), "loops": loops,
        "moves": any(np.abs(one - shown[0]).max() > DIFFERENT for one in shown[1:]), "flashes": flashes, "area": area,
    }  # fmt: skip


def _flashes(
    shown: list[NDArray[np.float64]], times: list[float], size: list[int], *, endless: bool
) -> tuple[int, int]:
    """Most flashes within a second at one pixel of many, and the most CSS px² that change at once."""
    light = [_luminance(frame) for frame in shown]
    if endless:
        light, times = light * 2, times * 2
    starts = np.cumsum([0.0, *times[:-1]])
    swings: list[tuple[float, int]] = []
    area = 0
    for at, (one, two) in enumerate(pairwise(light)):
        change = (np.abs(two - one) >= SWING) & (np.minimum(one, two) < DARK)
        share = float(change.mean())
        if share * size[0] * size[1] < 1:
            continue
        area = max(area, round(share * size[0] * size[1]))
        rising = (two - one)[change].mean() > 0
        swings.append((float(starts[at + 1]), 1 if rising else -1))
    return _most_pairs(swings), area


def _most_pairs(swings: list[tuple[float, int]]) -> int:
    """Pairs of opposing changes within one second."""
    turns: list[float] = []
    last = 0
    for at, way in swings:
        if way != last:
            turns.append(at)
            last = way
    most = max((sum(1 for other in turns if at <= other < at + 1000) for at in turns), default=0)
    return most // 2


def _luminance(frame: NDArray[np.float64]) -> NDArray[np.float64]:
    channels = frame / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))
