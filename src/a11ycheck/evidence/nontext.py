"""Contrast of what is no text: the edges of fields, icons that are all a button shows, and what shows the focus.

Measured on pictures of the view. Controls as browsers draw them, disabled ones and those covered by others are left out; of
controls of one kind (tags and classes) three are measured. Shape: `{controls: [{place, kind: field|box|icon, best, edge,
fill, text, name}], focus: [{place, best, changed}], left}`:

- `best`: the highest contrast, of at least a few pixels, that shows where the control is: of its edge with what is around it
  or with its fill (`edge`), of its fill with what is around it (`fill`), for icons also of the icon with the fill
- `text`: it shows text of its own; `left`: controls not measured for want of time
- `focus`: of one focusable element of each kind, contrast between its pixels with and without the focus; `changed`: pixels
"""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.contrast import contrast_of
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

if TYPE_CHECKING:
    from numpy.typing import NDArray

META = CollectorMeta(name="nontext", driving=True, order=66)

VIEWS = 4
MOST_FOCUS = 4
AROUND = 4
"""CSS px around a control that count as what is next to it."""
BAND = 4
"""CSS px from the edge inwards in which a border or shadow is looked for."""
FEW = 8
SEEN = 12


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = _call(page, "find")
    controls: list[dict[str, Any]] = []
    try:
        for _ in range(VIEWS if found else 0):
            if time.monotonic() > page.deadline or (view := _call(page, "show")) is None:
                break
            picture = _picture(page)
            controls += [measured for one in view if (measured := _measured(one, picture)) is not None]
        left = _call(page, "left") if found else 0
        focus = _focus(page)
    finally:
        _call(page, "restore")
    return {"controls": controls, "focus": focus, "left": left}


def location(item: Json) -> Location:
    """Where a control stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def _measured(control: dict[str, Any], picture: NDArray[np.float64]) -> dict[str, Any] | None:
    """The control with its contrasts; None when there is nothing around it to compare with."""
    left, top, right, bottom = control.pop("view")
    whole = picture[max(0, top - AROUND) : bottom + AROUND, max(0, left - AROUND) : right + AROUND]
    inner = picture[top:bottom, left:right]
    if inner.shape[0] < 6 or inner.shape[1] < 6 or whole.size <= inner.size:
        return None
    ring = _ring(picture, left, top, right, bottom)
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


def _ring(picture: NDArray[np.float64], left: int, top: int, right: int, bottom: int) -> NDArray[np.float64]:
    up, before = max(0, top - AROUND), max(0, left - AROUND)
    parts = [
        picture[up:top, before : right + AROUND],
        picture[bottom : bottom + AROUND, before : right + AROUND],
        picture[top:bottom, before:left],
        picture[top:bottom, right : right + AROUND],
    ]
    return np.concatenate([part.reshape(-1, 3) for part in parts])


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


def _focus(page: PageAccess) -> list[dict[str, Any]]:
    found = []
    for number in range(_call(page, "stops", MOST_FOCUS)):
        if time.monotonic() > page.deadline:
            break
        one = _call(page, "unfocused", number)
        if one is None:
            continue
        before = _picture(page)
        if not _call(page, "focus", number):
            continue
        after = _picture(page)
        _call(page, "blur")
        left, top, right, bottom = one.pop("view")
        part = np.s_[max(0, top - 8) : bottom + 8, max(0, left - 8) : right + 8]
        changed = np.abs(after[part] - before[part]).max(axis=2) > SEEN
        if not changed.any():
            continue
        ratios = np.sort(contrast_of(after[part][changed], before[part][changed]))
        found.append({**one, "best": round(float(ratios[-min(FEW, len(ratios))]), 2), "changed": int(changed.sum())})
    return found


def _picture(page: PageAccess) -> NDArray[np.float64]:
    png = page.page.screenshot(type="png", caret="initial", animations="allow", scale="css")
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), dtype=np.float64)


def _call(page: PageAccess, member: str, argument: Json = None) -> Any:
    return page.realm.evaluate(with_locate("nontext", member), argument)
