"""Text at a page zoom of 200 %, compared with the page as found (WCAG 1.4.4, ACT rule 59br37).

Page zoom in browsers lays a page out in a viewport of half the CSS pixels each way; nothing else of the layout changes, so
that is what is done here, and undone. Shape: `{width, height, calm, documents: [comparison, …]}`, a comparison as of
`evidence/text_layout.py`; `calm` is false when the page kept changing and the numbers may differ from run to run.
"""

from __future__ import annotations

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.text_layout import resized
from a11ycheck.model import Json

META = CollectorMeta(name="zoom", driving=True, order=82)


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    width, height = page.variant.width // 2, page.variant.height // 2
    with resized(page, width, height) as remembered:
        calm = remembered.calm()
        documents = remembered.compare()
    return {"width": width, "height": height, "calm": calm, "documents": documents}
