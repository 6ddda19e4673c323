"""Text on gradients that axe could not judge: its colour and every layer below it, down to an opaque one.

Asked only for elements that axe's `color-contrast` left incomplete in the top document. Left out: text on pictures, under or
over other elements, with shadows, blending or opacity. Shape: `{texts: [{place, ink, layers: [{gradients: [[stop, …]], base,
whole}], size, weight}]}`; a colour is `[red, green, blue, alpha]`, 0–255 and 0–1; layers run from the text down; `gradients`
topmost first; `size` in CSS px.
"""

from __future__ import annotations

import json

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="gradients", order=11)

MOST = 100


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    unsure = [
        node["location"]["selector"]
        for rule in page.earlier["axe"]["incomplete"]
        if rule["id"] == "color-contrast"
        for node in rule["nodes"]
        if node["location"]
    ]
    if not unsure:
        return {"texts": []}
    return {"texts": json.loads(page.realm.evaluate(with_locate("gradients"), unsure[:MOST]))}


def location(text: Json) -> Location:
    """Where a text stands."""
    place = text["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )
