"""Pictures of single elements for reports: the element marked, and the view it stands in.

Fields for secrets, redacted elements and, in flows, what was typed are covered. The element is marked on the finished
picture, so the page itself stays as it is but for its scroll position.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.realm import gone
from a11ycheck.browser.redact import Redaction
from a11ycheck.model import Picture, PictureOrder

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, JSHandle, Locator, Page

LARGEST_FILE = 60_000
MARGIN = 56
LEAST = (320, 120)
LARGEST_ELEMENT = (900, 640)
LARGEST_PLACE = (400, 320)
SECONDS = 10.0
SECRET_FIELDS = 'input[type="password"], input[autocomplete*="password"], input[autocomplete^="cc-"]'
TYPED_FIELDS = (
    "input:not([type=hidden], [type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=image],"
    " [type=range], [type=color], :placeholder-shown), textarea:not(:placeholder-shown), [contenteditable=true],"
    " [role=textbox]"
)
COVER = "#8a8f98"
Box = tuple[float, float, float, float]

_FIND = "(root, selector) => (root.shadowRoot || root).querySelector(selector)"
_INTO_VIEW = "element => element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'})"
_DOWN = "top => Math.min(1, Math.max(0, (scrollY + top) / Math.max(1, document.documentElement.scrollHeight)))"


def picture(page: Page, order: PictureOrder, redaction: Redaction, *, fields: bool) -> Picture | None:
    """Take the picture of one element; None when it is not there or nothing of it is in view.

    `fields`: cover what text fields hold, since a flow may have typed it. Raises `NotAuditedError` when the page went away.
    """
    try:
        element = find(page, order.selector)
        if element is None:
            return None
        element.evaluate(_INTO_VIEW)
        box = element.bounding_box()
        size = page.viewport_size
        if box is None or size is None or min(box["width"], box["height"]) < 1:
            return None
        seen = (
            max(0.0, box["x"]), max(0.0, box["y"]),
            min(size["width"], box["x"] + box["width"]), min(size["height"], box["y"] + box["height"]),
        )  # fmt: skip
        if seen[2] - seen[0] < 1 or seen[3] - seen[1] < 1:
            return None
        down = float(page.evaluate(_DOWN, seen[1]))
        covered = list(_covered(page, redaction, fields=fields))
        png = page.screenshot(mask=covered, mask_color=COVER, caret="hide", scale="css", timeout=SECONDS * 1000)
    except PlaywrightError as error:
        if lost := gone(error):
            raise lost from None
        return None
    view = Image.open(io.BytesIO(png)).convert("RGB")
    return Picture(
        group=order.group, element=_file(_element(view, seen)), place=_file(_place(view, seen)), down=round(down, 3)
    )


def find(page: Page, selector: str) -> ElementHandle | None:
    """The element of a stored selector, through frames and open shadow roots; None when it is not there."""
    root: JSHandle = page.evaluate_handle("document")
    element: ElementHandle | None = None
    for part in selector.split(" >>> "):
        if element is not None and (frame := element.content_frame()):
            root = frame.evaluate_handle("document")
        element = root.evaluate_handle(_FIND, part).as_element()
        if element is None:
            return None
        root = element
    return element


def _covered(page: Page, redaction: Redaction, *, fields: bool) -> list[Locator]:
    chosen = [SECRET_FIELDS, *redaction.selectors, *([TYPED_FIELDS] if fields else [])]
    return [frame.locator(selector) for frame in page.frames for selector in chosen]


def _element(view: Image.Image, seen: Box) -> Image.Image:
    """The element and what is around it, at most so large."""
    wide = max(LEAST[0], seen[2] - seen[0] + 2 * MARGIN)
    high = max(LEAST[1], seen[3] - seen[1] + 2 * MARGIN)
    left = min(max(0.0, (seen[0] + seen[2] - wide) / 2), max(0.0, view.width - wide))
    top = min(max(0.0, (seen[1] + seen[3] - high) / 2), max(0.0, view.height - high))
    marked = _marked(view, seen, 3)
    part = marked.crop((int(left), int(top), int(min(view.width, left + wide)), int(min(view.height, top + high))))
    part.thumbnail(LARGEST_ELEMENT)
    return part


def _place(view: Image.Image, seen: Box) -> Image.Image:
    """The whole view, small."""
    small = view.copy()
    small.thumbnail(LARGEST_PLACE)
    scale = small.width / view.width
    left, top, right, bottom = (side * scale for side in seen)
    return _marked(small, (left, top, max(right, left + 4), max(bottom, top + 4)), 2)


def _marked(view: Image.Image, box: Box, width: int) -> Image.Image:
    """A copy with a frame around a box: magenta between two white lines, to be seen on any ground."""
    copy = view.copy()
    draw = ImageDraw.Draw(copy)
    for outset, color, thick in ((width + 2, "#ffffff", width + 4), (width, "#c2006b", width)):
        draw.rectangle(
            (box[0] - outset, box[1] - outset, box[2] + outset - 1, box[3] + outset - 1), outline=color, width=thick
        )
    return copy


def _file(picture: Image.Image) -> bytes:
    """The picture as a file that is small enough: PNG with few colours, else JPEG, else a smaller picture."""
    buffer = io.BytesIO()
    picture.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    for quality in (85, 70, 50):
        if buffer.tell() <= LARGEST_FILE:
            return buffer.getvalue()
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True)
    if buffer.tell() <= LARGEST_FILE:
        return buffer.getvalue()
    smaller = picture.resize((max(1, picture.width * 2 // 3), max(1, picture.height * 2 // 3)))
    return _file(smaller)
