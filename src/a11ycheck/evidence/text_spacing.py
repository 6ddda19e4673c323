"""Text with the spacing of WCAG 1.4.12, compared with the page as found.

Line height 1.5, space after paragraphs 2 em, letter spacing 0.12 em, word spacing 0.16 em: set on all elements of all
frames and open shadow roots by a constructed style sheet, and taken away afterwards. Shape: `{calm, documents:
[comparison, …]}`, a comparison as of `evidence/text_layout.py`.
"""

from __future__ import annotations

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import source
from a11ycheck.evidence.text_layout import remember
from a11ycheck.model import Json

META = CollectorMeta(name="text_spacing", driving=True, order=80)


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    remembered = remember(page)
    try:
        for _, realm in remembered.documents:
            realm.evaluate(source("text_spacing"), True)
        calm = remembered.calm()
        documents = remembered.compare()
    finally:
        for _, realm in remembered.documents:
            realm.evaluate(source("text_spacing"), False)
    return {"calm": calm, "documents": documents}
