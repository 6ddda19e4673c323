"""The Tab key goes through the page in the order of its content.

**Why it matters** A positive `tabindex` pulls an element before everything else on the page. Keyboard users, and screen
magnifier users above all, are thrown around; a field is reached before its question.

**How it is tested** Where elements have a positive `tabindex`, the order by the Tab key is compared with the order in the
document.

**Asks** When the two differ, once a document: the order may still make sense.

**Passes** When positive values change nothing. No positive `tabindex`: inapplicable.

**Remedy** Before: `<input tabindex="2">` after `<input tabindex="3">`. After: no `tabindex`, and the fields in the order
they are filled in.

**Cannot see** Whether the order makes sense; `focus-order` walks through it.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="tabindex-order",
    title="No positive tabindex changes the order",
    failure_title="A positive tabindex changes the order of the Tab key",
    criteria=("2.4.3",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    documents = [document for document in evidence["dom"]["documents"] if document["order"]]
    if not documents:
        yield META.inapplicable()
    for document in documents:
        moved = [item for item in document["order"] if item["in_document"] != item["by_tab"]]
        if not moved:
            yield META.passed()
            continue
        first = moved[0]
        more = f" So are {len(moved) - 1} more." if len(moved) > 1 else ""
        yield META.cant_tell(
            f"“{first['name'] or first['role']}” (tabindex {first['tabindex']}) is number {first['by_tab'] + 1} by the Tab key "
            f"and number {first['in_document'] + 1} in the document.{more} Does that order make sense?",
            location(document, first["at"]),
        )
