"""The page in a viewport of 320 × 256 CSS px, as at a zoom of 400 % on 1280 × 1024 (WCAG 1.4.10).

Shape: `{width, height, calm, documents: [comparison, …]}`, a comparison as of `evidence/text_layout.py` with `wide`,
`beside` and `scrolls`. The viewport is put back afterwards.
"""

from __future__ import annotations

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.text_layout import resized
from a11ycheck.model import Json

META = CollectorMeta(name="reflow", driving=True, order=84)

WIDTH, HEIGHT = 320, 256


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    with resized(page, WIDTH, HEIGHT) as remembered:
        calm = remembered.calm()
        documents = remembered.compare(width=WIDTH)
    return {"width": WIDTH, "height": HEIGHT, "calm": calm, "documents": documents}
