"""Targets are at least 24 by 24 CSS pixels, or have room around them.

**Why it matters** People with tremor, with large fingers, on a bus, or who point with a head mouse hit the neighbour of a
small target.

**How it is tested** Every pointer target is measured. For those under 24 pixels a circle of 24 pixels across is drawn
around their centre; it must not touch another target or another small target's circle (WCAG 2.2, 2.5.8). Targets in a line
of text, native controls of unchanged size, and targets whose neighbour does the same are exempt.

**Fails** When a small button or form control crowds another target.

**Asks** When a small link does, once for links that are alike: another link to the same place may do instead, or the text
around may make it part of a line. Inside shadow roots, where the host may take the pointer in its place, and where one
target lies over the other, as a menu may.

**Passes** When no small target crowds another. No targets: inapplicable.

**Remedy** Before: `.icon { width: 16px; height: 16px }` side by side. After: `padding: 4px` on each, or 8 pixels between
them.

**Cannot see** Whether the size is essential, what `content-visibility` has not laid out, and targets that take pointers by
script without role, `tabindex` or `onclick`.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked 411 times on 294 pages, in 27 groups;
earlier alarms on targets that were not laid out led to the rule that leaves them out. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact, Json, Location

META = CheckMeta(
    id="target-size",
    title="Small targets have room around them",
    failure_title="A small target crowds another one",
    criteria=("2.5.8",),
    needs=("dom",),
    power="fails",
    impact=Impact.MODERATE,
    variants="all",
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    documents = evidence["dom"]["documents"]
    alike: dict[tuple[str, ...], list[tuple[Json, Json, Location]]] = defaultdict(list)
    crowding = False
    for document in documents:
        for target in (target for target in document["targets"]["crowded"] if _applies(target)):
            crowding = True
            place = location(document, target["at"])
            if target["role"] == "link" or target["near_native"] or target["labelled"] or target["unsure"]:
                alike[document["url"], target["role"], *place.identity.landmarks, place.identity.signature].append(
                    (document, target, place)
                )
            else:
                yield META.failed(_message(target), place)
    for targets in alike.values():
        _, target, place = targets[0]
        more = f" So do {len(targets) - 1} more like it." if len(targets) > 1 else ""
        yield META.cant_tell(f"{_message(target)}{more} Does an exception hold?", place)
    if not crowding:
        yield META.passed() if any(document["targets"]["count"] for document in documents) else META.inapplicable()


def _applies(target: Json) -> bool:
    return not target["native"] and not target["same_purpose"]


def _message(target: Json) -> str:
    width, height = target["size"]
    return f"This {target['role']} is {width:g} by {height:g} pixels and crowds “{target['near'] or 'another target'}”."
