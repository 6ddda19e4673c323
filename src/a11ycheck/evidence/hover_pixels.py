"""Where a page changed from one picture to the next: the only way to see text that style sheets generate."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

FAINT = 24
"""Steps of 255 that a colour must change by to count as seen."""


def picture(page: Page) -> NDArray[np.int16]:
    """The viewport, one pixel for each CSS px."""
    png = page.screenshot(caret="hide", animations="allow", scale="css")
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), dtype=np.int16)


def changed_box(one: NDArray[Any], other: NDArray[Any], without: Sequence[float] | None) -> list[int] | None:
    """[x, y, width, height] around all that differs outside a box; None when nothing does or the sizes differ."""
    if one.shape != other.shape:
        return None
    differs = np.abs(one - other).max(axis=2) >= FAINT
    if without is not None:
        x, y, width, height = (round(value) for value in without)
        differs[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)] = False
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return None
    return [int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)]
