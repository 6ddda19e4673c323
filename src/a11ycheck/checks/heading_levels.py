"""Levels of headings are the levels that the page shows.

**Why it matters** Blind people see the outline of a page by the levels of its headings. When a heading that looks like a
chapter is marked as a detail of the one before, the outline they get is another one.

**How it is tested** The levels of all headings are compared with each other and with the size of their letters.

**Asks** Once a document, when a level is left out on the way down (h2, then h4) inside one landmark, or a heading is
clearly larger than the one it belongs under. Leaving out a level fails no criterion by itself; the question is whether the
outline is the one that is seen.

**Passes** When levels and sizes agree. Fewer than two headings: inapplicable.

**Remedy** Before: `<h2>Setup</h2> … <h4>On Debian</h4>`. After: `<h3>On Debian</h3>`, made as small as wanted by style.

**Cannot see** Whether a section belongs where it stands, and text that looks like a heading (`lookalike-structure`).

**Real pages** On 427 pages of seven documentation sets it asked 14 times on 14 pages, in 7 groups. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="heading-levels",
    title="Levels of headings agree with each other and with their looks",
    failure_title="A heading's level may not be the one that is seen",
    criteria=("1.3.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)

_LARGER = 1.15
"""How much larger than the heading above it a deeper one is before that is seen."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = False
    for document in evidence["dom"]["documents"]:
        headings = [one for one in document["headings"] if one["exposed"] and one["name"]]
        if len(headings) < 2:
            continue
        judged = True
        yield _document(document, headings)
    if not judged:
        yield META.inapplicable()


def _document(document: Json, headings: list[Json]) -> CheckOutcome:
    seen = [one for one in headings if one["visible"]]
    larger = [(one, other) for one, other in _nested(seen) if other["size"] >= one["size"] * _LARGER]
    if larger:
        above, below = larger[0]
        return META.cant_tell(
            f"“{below['name']}” (level {below['level']}) looks larger than “{above['name']}” (level {above['level']}), "
            "under which it stands. Is its level right?",
            location(document, below["at"]),
        )
    skipped = [(one, other) for one, other in pairwise(headings) if _skips(one, other)]
    if skipped:
        above, below = skipped[0]
        more = f" {len(skipped) - 1} more do so." if len(skipped) > 1 else ""
        return META.cant_tell(
            f"“{below['name']}” (level {below['level']}) follows “{above['name']}” (level {above['level']}).{more} "
            "Is a level missing, or is one wrong?",
            location(document, below["at"]),
        )
    return META.passed()


def _skips(one: Json, other: Json) -> bool:
    return bool(other["level"] > one["level"] + 1 and one["landmarks"] == other["landmarks"])


def _nested(headings: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each heading with the one it stands under."""
    above: list[Json] = []
    for heading in headings:
        while above and above[-1]["level"] >= heading["level"]:
            above.pop()
        if above:
            yield above[-1], heading
        above.append(heading)
