"""Links of one name in one place lead to the same thing.

**Why it matters** Two links “Details” in one sentence cannot be told apart by people who hear them or speak their names.

**How it is tested** Links with equal accessible names that stand in the same paragraph, list item, cell or other block, without
descriptions that differ, are compared by their resolved address. ACT rule fd3a94.

**Asks** When the addresses differ. Different addresses may hold the same page, and people may see what the code does not say, so
a person has to follow both links.

**Passes** When equal names lead to equal addresses. No two links of one name in one block: inapplicable.

**Remedy** Before: `Ferry: <a href="1">times</a>, bus: <a href="2">times</a>`. After: `<a href="1">ferry times</a>, <a href="2">bus
times</a>`.

**Cannot see** Links of one name in different places (WCAG 2.4.9, level AAA).

**Real pages** On 524 pages of ten documentation sets it asked 12 times on 8 pages, in 5 groups. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="link-same-name",
    title="Links of one name in one place lead to the same thing",
    failure_title="Links of one name in one place lead to different addresses",
    criteria=("2.4.4",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    act=("fd3a94",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    clashing: dict[tuple[str, str, str], list[tuple[Json, Json]]] = defaultdict(list)
    names: dict[str, int] = defaultdict(int)
    for document, link in items(evidence["dom"], "links"):
        names[fold(link["name"])] += 1
        if link.get("clash"):
            clashing[document["url"], fold(link["name"]), link["context"]].append((document, link))
    for (_, _, _), links in clashing.items():
        document, first = links[0]
        places = " and ".join(dict.fromkeys(link["href"] for _, link in links[:3]))
        yield META.cant_tell(
            f"The links “{first['name']}” stand together, but lead to {places}.", location(document, first["at"])
        )
    if not clashing:
        yield META.passed() if any(count > 1 for name, count in names.items() if name) else META.inapplicable()
