"""The colours that text is shown in, with the plain colours behind it.

For people who judge use of colour and contrast; checks do not read it. Shape: `{pairs: [{text, ground: #rrggbb or "" where a
picture or gradient stands behind, large: text of 24 px, or bold of 18.66 px, size, ratio: contrast, None where unknown, letters:
how much text, sample}], more: pairs beyond 80}`, the most used first. Frames are not entered.
"""

from __future__ import annotations

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Json

META = CollectorMeta(name="colours", driving=True, order=16)


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found: Json = page.realm.evaluate(with_locate("colours"))
    return found
