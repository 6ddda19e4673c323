"""Text that names an accessibility standard or a conformance report: what the check on claims reads.

Visible blocks of the top document; code, fields and editable regions are left out. Shape: `{claims: [{text, links: [URL],
place}], cut: bool}`; `text` has at most 600 characters; `cut`: there were more than 50 blocks.
"""

from __future__ import annotations

import json

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="claims", order=91)

WORDS = r"\bWCAG\b|\b508\b|EN 301 549|\bVPAT\b|accessibility (statement|conformance)|conformance report"
MOST = 50


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    return json.loads(page.realm.evaluate(with_locate("claims"), {"words": WORDS, "most": MOST}))


def location(claim: Json) -> Location:
    """Where a text stands."""
    place = claim["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )
