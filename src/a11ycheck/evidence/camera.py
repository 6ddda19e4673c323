"""Pictures of the page for measuring: the viewport or a part of it, pixel for pixel, with nothing on the page touched.

Taken through the DevTools protocol, without loss and packed for speed rather than size: that costs half the time, a small
part a fifth. Pages are pictured at one pixel for each CSS px.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from playwright.sync_api import CDPSession, Page

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in CSS px."""


class Camera:
    """Takes pictures of one page. A context manager."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: CDPSession | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None and error is None:
            self._session.detach()

    def take(self, part: Box | None = None) -> NDArray[np.uint8]:
        """The viewport, or a part of it that must lie inside: rows of pixels of red, green and blue, 0 to 255."""
        asked: dict[str, Any] = {"format": "png", "optimizeForSpeed": True}
        if part is not None:
            seen = self._send("Page.getLayoutMetrics")["cssVisualViewport"]
            left, top, right, bottom = part
            asked["clip"] = {
                "x": seen["pageX"] + left, "y": seen["pageY"] + top, "width": right - left, "height": bottom - top,
                "scale": 1,
            }  # fmt: skip
        return np.asarray(_opened(self._send("Page.captureScreenshot", asked)).convert("RGB"))

    def take_page(self, box: Box, *, scale: float = 1.0) -> Image.Image:
        """A part of the page (CSS px from its beginning), in view or not, made smaller by `scale`."""
        seen = self._send("Page.getLayoutMetrics")["cssVisualViewport"]
        left, top, right, bottom = box
        x, y = seen["pageX"], seen["pageY"]
        inside = x <= left and right <= x + seen["clientWidth"] and y <= top and bottom <= y + seen["clientHeight"]
        asked = {
            "format": "jpeg", "quality": 85, "captureBeyondViewport": not inside,
            "clip": {"x": left, "y": top, "width": right - left, "height": bottom - top, "scale": scale},
        }  # fmt: skip
        return _opened(self._send("Page.captureScreenshot", asked)).convert("RGB")

    def _send(self, method: str, params: dict[str, Any] | None = None) -> Any:
        if self._session is None:
            self._session = self._page.context.new_cdp_session(self._page)
        return self._session.send(method, params or {})


def around(boxes: Iterable[Box], margin: int, view: tuple[int, int]) -> Box:
    """The smallest part of a viewport (width, height) that holds all boxes with a margin."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return (
        max(0, min(left) - margin), max(0, min(top) - margin),
        min(view[0], max(right) + margin), min(view[1], max(bottom) + margin),
    )  # fmt: skip


def _opened(answer: Any) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(answer["data"])))
