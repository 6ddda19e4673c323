"""What the page says of time that runs out: sessions that end, seconds that are left.

Only texts of up to 300 characters outside code, in the page's own document, hidden ones too, since warnings wait in hidden
dialogs. Shape: `{limits: [{place, kind: text|timer, says, shown}], more: names of controls that give more time}`.
"""

from __future__ import annotations

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="timing", order=42)


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    return page.realm.evaluate(with_locate("timing"))


def location(item: Json) -> Location:
    """Where a text stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )
