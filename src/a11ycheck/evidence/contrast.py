"""Contrast of text on pictures, gradients and other grounds that are no plain colour, measured on pixels.

What is in view is pictured with and without its glyphs. Where they stood, the pixels without them are the background,
and the text's own colour, blended onto each, gives the contrast there. Text on plain colours is left to axe, disabled
controls are left out. Shape: `{texts: [{location…, why: picture|gradient|pseudo|shadow|behind|effect, text, size,
weight, logo, unknown, ink, still, words: [{box, best, worst}], best, worst, suggestion}], count, left}`:

- `words`: contrast ratios at each word's most and least favourable background pixel; `best` is that of the word that
  fares worst at its best pixel, `worst` the lowest of all but of a thin line across the word, an underline; None where
  no glyph was seen
- `unknown`: why the colour of the glyphs cannot be known: effect, clipped, opacity, stroke, color, or
  covered: the glyphs show more contrast than it explains; else empty
- `still`: false when the pixels changed by themselves; `ink`: [red, green, blue 0–255, alpha 0–1] with opacity
- `suggestion`: the nearest colour, as #rrggbb, that passes on all these pixels; empty when none does
- `count`: texts found, `left`: how many of them were not measured for want of time; those under something else are left out
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.camera import Camera, around
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

if TYPE_CHECKING:
    from numpy.typing import NDArray

META = CollectorMeta(name="contrast", driving=True, order=60)

VIEWS = 8
"""Positions of the page that are pictured at most, three pictures each."""
SEEN = 24
"""Change of a colour channel from which a pixel belongs to a glyph."""
DOUBT = 1.2
"""How much more contrast glyphs may show than their colour explains, before that colour is doubted."""
LINE = 3
"""Pixels up to which a line of one colour across a word is an underline, which pages paint as a background."""
LARGE, LARGE_BOLD, BOLD = 24.0, 18.66, 700


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = json.loads(page.realm.evaluate(with_locate("contrast", "find")))
    texts: list[dict[str, Any]] = []
    covered = 0
    if found["texts"]:
        try:
            with Camera(page.page) as camera:
                for _ in range(VIEWS):
                    view = json.loads(page.realm.evaluate(with_locate("contrast", "show")))
                    if view is None or time.monotonic() > page.deadline:
                        break
                    texts += _measured(page, camera, view["texts"])
                    covered += view["covered"]
        finally:
            page.realm.evaluate(with_locate("contrast", "restore"))
    return {"texts": texts, "count": found["count"], "left": found["count"] - covered - len(texts)}


def location(text: Json) -> Location:
    """Where a text stands."""
    return Location(
        selector=text["selector"], html=text["html"], box=text["box"], identity=Identity(**text["identity"])
    )


def needed(text: Json) -> float:
    """The contrast ratio that WCAG 1.4.3 asks for: 3 for large text (24 px, or 18.66 px in bold), else 4.5."""
    large = text["size"] >= LARGE or (text["size"] >= LARGE_BOLD and text["weight"] >= BOLD)
    return 3.0 if large else 4.5


def ratios(ink: list[float], ground: NDArray[np.float64]) -> NDArray[np.float64]:
    """Contrast ratios of a colour, blended onto each background pixel (rows of red, green, blue), with that pixel."""
    return contrast_of(np.array(ink[:3]) * ink[3] + ground * (1 - ink[3]), ground)


def contrast_of(colors: NDArray[np.float64], ground: NDArray[np.float64]) -> NDArray[np.float64]:
    """Contrast ratios, 1 to 21, of opaque colours with others, row by row (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    one, two = _luminance(colors), _luminance(ground)
    return (np.maximum(one, two) + 0.05) / (np.minimum(one, two) + 0.05)


def suggestion(ink: list[float], ground: NDArray[np.float64], ratio: float) -> str:
    """The colour nearest to an ink, towards black or white, with this ratio on every pixel; empty when none has it."""
    start = np.array(ink[:3])
    for share in np.linspace(0, 1, 51):
        for end in (0.0, 255.0):
            color = np.round(start + (end - start) * share)
            if ratios([*color, 1.0], ground).min() >= ratio:
                return "#" + "".join(f"{int(channel):02x}" for channel in color)
    return ""


def _measured(page: PageAccess, camera: Camera, texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if not texts:
        return []
    boxes = [_outer(box) for text in texts for box in text["words"]]
    part = around(boxes, 0, (page.variant.width, page.variant.height))
    with_glyphs = camera.take(part).astype(np.float64)
    try:
        page.realm.evaluate(with_locate("contrast", "glyphs"), False)
        without = camera.take(part).astype(np.float64)
    finally:
        page.realm.evaluate(with_locate("contrast", "glyphs"), True)
    again = camera.take(part).astype(np.float64)
    return [_text(text, part[:2], with_glyphs, without, again) for text in texts]


def _outer(box: list[float]) -> tuple[int, int, int, int]:
    """Whole pixels that hold a word."""
    return int(box[0]), int(box[1]), int(np.ceil(box[2])), int(np.ceil(box[3]))


def _text(
    text: dict[str, Any], origin: tuple[int, int], shown: NDArray[Any], bare: NDArray[Any], again: NDArray[Any]
) -> dict[str, Any]:
    words, grounds, still = [], [], True
    x, y = origin
    for box in text.pop("words"):
        left, top, right, bottom = _outer(box)
        part = np.s_[top - y : bottom - y, left - x : right - x]
        still = still and not (np.abs(shown[part] - again[part]).max(axis=2) > SEEN).any()
        glyph = np.abs(shown[part] - bare[part]).max(axis=2) > SEEN
        if not glyph.any() or text["ink"] is None:
            continue
        near = _grown(glyph)
        contrast = ratios(text["ink"], bare[part][near])
        ground = bare[part][near & ~_underlined(bare[part])]
        lowest = ratios(text["ink"], ground).min() if ground.size else contrast.min()
        if not text["unknown"] and _pictured(shown[part][glyph], bare[part][glyph]) > contrast.max() * DOUBT:
            text["unknown"] = "covered"
        grounds.append(ground)
        words.append({"box": box, "best": round(float(contrast.max()), 2), "worst": round(float(lowest), 2)})
    best = min((word["best"] for word in words), default=None)
    worst = min((word["worst"] for word in words), default=None)
    better = ""
    if worst is not None and worst < needed(text):
        better = suggestion(text["ink"], np.unique(np.concatenate(grounds), axis=0), needed(text))
    return {**text, "words": words, "best": best, "worst": worst, "still": still, "suggestion": better}


def _underlined(ground: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The rows of a thin line of one colour, and nothing else, in the lower half of a word's background."""
    half = ground.shape[0] // 2
    plain = (ground.max(axis=1) - ground.min(axis=1)).max(axis=1) <= SEEN
    usual = np.median(ground[:half].reshape(-1, 3), axis=0) if half else ground[0, 0]
    other = np.abs(ground - usual).max(axis=(1, 2)) > SEEN
    rows = plain & other & (np.arange(ground.shape[0]) >= half)
    found = np.flatnonzero(rows)
    thin = 0 < found.size <= LINE and found[-1] - found[0] < LINE
    return np.broadcast_to((rows & thin)[:, None], ground.shape[:2])


def _pictured(glyphs: NDArray[np.float64], ground: NDArray[np.float64]) -> float:
    """The highest contrast of a glyph's pixel with the same pixel without the glyph."""
    return float(contrast_of(glyphs, ground).max())


def _grown(glyph: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Glyph pixels and their neighbours: a letter stands out from what is next to it as well."""
    grown = glyph.copy()
    grown[1:] |= glyph[:-1]
    grown[:-1] |= glyph[1:]
    grown[:, 1:] |= glyph[:, :-1]
    grown[:, :-1] |= glyph[:, 1:]
    return grown


def _luminance(colors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance) of colours with channels 0–255."""
    channels = colors / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))
