"""Content is read in the order in which it is shown.

**Why it matters** Style sheets can show the parts of a page in another order than the document has them. Screen readers,
the Tab key and text to speech keep to the document: a step is read before the one it builds on, a warning after what it
warns of.

**How it is tested** Flex and grid boxes that reorder their parts (`order`, `row-reverse`, `column-reverse`, explicit rows
and columns) are compared with the document: does a part stand above or before the one that it follows? Parts that are
landmarks of their own are left out, since their order seldom carries meaning.

**Asks** When two parts with text have changed places, once for boxes that are alike.

**Passes** When nothing has changed places. No text: inapplicable.

**Remedy** Before: `.steps { display: flex; flex-direction: row-reverse }`. After: the steps in the document in the order
they are taken.

**Cannot see** Order made by floats, positions and layout tables, inside shadow roots or by style sheets from other hosts,
and whether an order carries meaning.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="reading-order",
    title="Parts are shown in the order of the document",
    failure_title="Parts are shown in another order than the document has them",
    criteria=("1.3.2",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    variants="all",
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    seen: set[str] = set()
    for document, box in items(evidence["dom"], "reordered"):
        place = location(document, box["at"])
        if place.identity.signature in seen:
            continue
        seen.add(place.identity.signature)
        yield META.cant_tell(
            f"“{box['second']}” is shown before “{box['first']}”, but read after it. Does the order matter?", place
        )
    if not seen:
        documents = evidence["dom"]["documents"]
        text = any(entry["letters"] for document in documents for entry in document["languages"])
        yield META.passed() if text else META.inapplicable()
