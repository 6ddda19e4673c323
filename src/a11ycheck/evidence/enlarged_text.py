"""The page with its text alone at 200 %, compared with the page as found: evidence for WCAG 1.4.4, judged by no check.

The browser's default text sizes are doubled, as its settings let people do. Text that the page sizes in pixels does not
follow: it needs page zoom, which is enough for 1.4.4, so nothing that is seen here fails it. Chromium alone; the sizes are
put back afterwards. Shape: `{calm, letters, grown: letters of text that grew to 1.8 times or more, fixed: [{text, size: CSS
px, letters}, …] the most letters that did not grow, first by size, at most 10, documents: [comparison, …], looks:
[{selector, data: WebP in Base64, size: [px, px]}, …] what is lost as it looks then, at most 6}`, a comparison as of
`evidence/text_layout.py`.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.camera import Box, Camera
from a11ycheck.evidence.scripts import source
from a11ycheck.evidence.text_layout import Remembered, remember
from a11ycheck.model import Effort, Json

META = CollectorMeta(name="enlarged_text", effort=Effort.THOROUGH, driving=True, order=83)

AS_FOUND = {"standard": 16, "fixed": 13}
"""CSS px that Chromium comes with."""
ENLARGED = {name: 2 * size for name, size in AS_FOUND.items()}
MOST_FIXED = 10
MOST_LOOKS = 6
LOOK = (480, 240)
"""CSS px of the page that a picture of a lost text shows at most."""
MARGIN = 24


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    remembered = remember(page)
    with _enlarged(page, remembered):
        calm = remembered.calm()
        sizes = [realm.evaluate(source("text_sizes"), False) for _, realm in remembered.documents]
        documents = remembered.compare()
        looks = _looks(page, documents)
    fixed: dict[tuple[float, str], int] = {}
    for each in sizes:
        for item in each["fixed"]:
            key = (item["size"], item["text"])
            fixed[key] = fixed.get(key, 0) + item["letters"]
    most = sorted(fixed.items(), key=lambda item: (-item[1], item[0]))[:MOST_FIXED]
    return {
        "calm": calm,
        "letters": sum(each["letters"] for each in sizes),
        "grown": sum(each["grown"] for each in sizes),
        "fixed": [{"text": text, "size": size, "letters": letters} for (size, text), letters in most],
        "documents": documents,
        "looks": looks,
    }


@contextmanager
def _enlarged(page: PageAccess, remembered: Remembered) -> Iterator[None]:
    for _, realm in remembered.documents:
        realm.evaluate(source("text_sizes"), True)
    remembered.still(True)
    session = page.page.context.new_cdp_session(page.page)
    try:
        session.send("Page.setFontSizes", {"fontSizes": ENLARGED})
        yield
    finally:
        session.send("Page.setFontSizes", {"fontSizes": AS_FOUND})
        session.detach()
        remembered.still(False)


def _looks(page: PageAccess, documents: list[dict[str, Any]]) -> list[Json]:
    """Small pictures of what is lost in the page itself; what lies in a frame is measured in the frame's own pixels."""
    lost = [item for section in ("lost", "overlaps") for item in documents[0][section]]
    found: list[Json] = []
    with Camera(page.page) as camera:
        for item in lost[:MOST_LOOKS]:
            if box := _around(item["box"]):
                picture = camera.take_page(box)
                found.append({"selector": item["selector"], "data": _webp(picture), "size": list(picture.size)})
    return found


def _around(box: list[float]) -> Box | None:
    x, y, wide, high = (round(value) for value in box)
    left, top = max(0, x - MARGIN), max(0, y - MARGIN)
    right, bottom = min(x + wide + MARGIN, left + LOOK[0]), min(y + high + MARGIN, top + LOOK[1])
    return (left, top, right, bottom) if right - left > MARGIN and bottom - top > MARGIN else None


def _webp(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=60, method=1)
    return base64.b64encode(out.getvalue()).decode("ascii")
