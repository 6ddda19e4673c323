"""Contrast of what is no text: the edges of fields, icons that are all a button shows, and what shows the focus.

Measured on pictures of the view. Controls as browsers draw them, disabled ones and those covered by others are left out; of
controls of one kind (tags and classes) three are measured. Shape: `{controls: [{place, kind: field|box|icon, best, edge,
fill, text, name}], focus: [{place, best, changed}], left}`:

- `best`: the highest contrast, of at least a few pixels, that shows where the control is: of its edge with what is around it
  or with its fill (`edge`), of its fill with what is around it (`fill`), for icons also of the icon with the fill; another
  control right beside it is not what is around it
- `text`: it shows text of its own; `left`: controls not measured for want of time
- `focus`: of one focusable element of each kind, contrast between its pixels with and without the focus; `changed`: pixels
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.camera import Box, Camera, around
from a11ycheck.evidence.contrast import contrast_of
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

if TYPE_CHECKING:
    from numpy.typing import NDArray

META = CollectorMeta(name="nontext", driving=True, mutates=True, acts_from=None, order=66)
"""It leaves the page as found but for where Tab goes on from, which the walk with the keyboard must not meet."""

VIEWS = 4
MOST_FOCUS = 4
AROUND = 4
"""CSS px around a control that count as what is next to it."""
BAND = 4
"""CSS px from the edge inwards in which a border or shadow is looked for."""
BESIDE = 8
"""CSS px around a control in which its focus may show."""
FEW = 8
SEEN = 12


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = _call(page, "find")
    controls: list[dict[str, Any]] = []
    try:
        with Camera(page.page) as camera:
            focus = _focus(page, camera)  # first, while the page stands where most stops are in view
            for _ in range(VIEWS if found else 0):
                if time.monotonic() > page.deadline or (view := _call(page, "show")) is None:
                    break
                controls += _all_measured(view, camera, _size(page))
            left = _call(page, "left") if found else 0
    finally:
        _call(page, "restore")
    return {"controls": controls, "focus": focus, "left": left}


def location(item: Json) -> Location:
    """Where a control stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def _all_measured(view: list[dict[str, Any]], camera: Camera, size: tuple[int, int]) -> list[dict[str, Any]]:
    """The controls in view with their contrasts."""
    boxes: list[Box] = [tuple(control.pop("view")) for control in view]
    if not boxes:
        return []
    part = around(boxes, AROUND, size)
    picture = camera.take(part).astype(np.float64)
    x, y = part[:2]
    measured = []
    for control, (left, top, right, bottom) in zip(view, boxes, strict=True):
        free = np.ones((*picture.shape[:2], 1), dtype=np.bool_)
        for other in control.pop("beside"):
            free[max(0, other[1] - y) : max(0, other[3] - y), max(0, other[0] - x) : max(0, other[2] - x)] = False
        measured.append(_measured(control, (left - x, top - y, right - x, bottom - y), picture, free))
    return [each for each in measured if each is not None]


def _measured(
    control: dict[str, Any], box: Box, picture: NDArray[np.float64], free: NDArray[np.bool_]
) -> dict[str, Any] | None:
    """The control with its contrasts; None when there is nothing around it to compare with.

    `free`: which pixels of the picture belong to no other control.
    """
    left, top, right, bottom = box
    whole = picture[max(0, top - AROUND) : bottom + AROUND, max(0, left - AROUND) : right + AROUND]
    inner = picture[top:bottom, left:right]
    if inner.shape[0] < 6 or inner.shape[1] < 6 or whole.size <= inner.size:
        return None
    ring, own = _ring(picture, left, top, right, bottom), _ring(free, left, top, right, bottom)[:, 0]
    ring = ring[own] if own.any() else ring
    around = _usual(ring)
    core = inner[BAND:-BAND, BAND:-BAND].reshape(-1, 3) if min(inner.shape[:2]) > 2 * BAND + 2 else inner.reshape(-1, 3)
    fill = _usual(core)
    band = _band(inner)
    edges = np.concatenate([band, ring])
    edge = max(_most(edges, around), _most(band, fill) if control["kind"] != "icon" else 1.0)
    filled = float(contrast_of(fill[None], around[None])[0])
    best = max(edge, filled)
    if control["kind"] != "field":
        best = max(best, _most(core, fill), _most(inner.reshape(-1, 3), around))
    return {**control, "edge": round(edge, 2), "fill": round(filled, 2), "best": round(best, 2)}


def _ring(picture: NDArray[Any], left: int, top: int, right: int, bottom: int) -> NDArray[Any]:
    up, before = max(0, top - AROUND), max(0, left - AROUND)
    parts = [
        picture[up:top, before : right + AROUND],
        picture[bottom : bottom + AROUND, before : right + AROUND],
        picture[top:bottom, before:left],
        picture[top:bottom, right : right + AROUND],
    ]
    return np.concatenate([part.reshape(-1, picture.shape[2]) for part in parts])


def _band(inner: NDArray[np.float64]) -> NDArray[np.float64]:
    parts = [inner[:BAND], inner[-BAND:], inner[:, :BAND], inner[:, -BAND:]]
    return np.concatenate([part.reshape(-1, 3) for part in parts])


def _usual(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """The colour that most pixels have."""
    colors, counts = np.unique(pixels.astype(np.uint8), axis=0, return_counts=True)
    return np.asarray(colors[counts.argmax()], dtype=np.float64)


def _most(pixels: NDArray[np.float64], ground: NDArray[np.float64]) -> float:
    """The contrast that at least a few pixels have with a colour."""
    ratios = np.sort(contrast_of(pixels, ground[None]))
    return float(ratios[-min(FEW, len(ratios))])


def _focus(page: PageAccess, camera: Camera) -> list[dict[str, Any]]:
    """What shows the focus. One picture without it does for all stops that are in view together."""
    count = _call(page, "stops", MOST_FOCUS)
    if not count or time.monotonic() > page.deadline:
        return []
    bare = _bare(page, camera)
    found = []
    for number in range(count):
        if time.monotonic() > page.deadline:
            break
        if number not in bare:
            _call(page, "blur")
            if (one := _call(page, "unfocused", number)) is None:
                continue
            bare[number] = one, camera.take(_beside(page, one)).astype(np.float64)
        one, before = bare[number]
        if not _call(page, "focus", number):
            continue
        after = camera.take(_beside(page, one)).astype(np.float64)
        changed = np.abs(after - before).max(axis=2) > SEEN
        if not changed.any():
            continue
        ratios = np.sort(contrast_of(after[changed], before[changed]))
        told = {"place": one["place"], "kind": one["kind"]}
        found.append({**told, "best": round(float(ratios[-min(FEW, len(ratios))]), 2), "changed": int(changed.sum())})
    _call(page, "blur")
    return found


def _bare(page: PageAccess, camera: Camera) -> dict[int, tuple[dict[str, Any], NDArray[np.float64]]]:
    """The stops in view, by number, each with what it looks like without the focus."""
    standing = _call(page, "standing")
    if not standing:
        return {}
    parts = [_beside(page, one) for one in standing]
    whole = around(parts, 0, _size(page))
    picture = camera.take(whole).astype(np.float64)
    x, y = whole[:2]
    cut = (picture[top - y : bottom - y, left - x : right - x] for left, top, right, bottom in parts)
    return {one["number"]: (one, before) for one, before in zip(standing, cut, strict=True)}


def _beside(page: PageAccess, one: dict[str, Any]) -> Box:
    return around([tuple(one["view"])], BESIDE, _size(page))


def _size(page: PageAccess) -> tuple[int, int]:
    return page.variant.width, page.variant.height


def _call(page: PageAccess, member: str, argument: Json = None) -> Any:
    return page.realm.evaluate(with_locate("nontext", member), argument)
