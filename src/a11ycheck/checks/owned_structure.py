"""Elements belong to the one element that owns them.

**Why it matters** `aria-owns` moves content in what assistive technology gets. When two elements claim the same content, or
one claims its own surroundings, browsers drop one of the claims, and a list or menu is heard without its items, or in the
wrong place.

**How it is tested** The elements named in `aria-owns` are looked up: does another element name them too, do they contain
their owner? Names that lead nowhere, and roles without the parts or surroundings they need, are found by axe
(`aria-valid-attr-value`, `aria-required-children`, `aria-required-parent`).

**Asks** When content is claimed twice, or an element claims what it stands in: browsers differ in what they drop.

**Passes** When each claim stands alone. No `aria-owns`: inapplicable.

**Remedy** Before: two `<div role="listbox" aria-owns="one two">`. After: one of them, or items of its own for each.

**Cannot see** Whether the order that `aria-owns` makes fits what is seen.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="owned-structure",
    title="Content belongs to one owner",
    failure_title="Content is claimed by more than one owner, or by what stands in it",
    criteria=("1.3.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
)

MESSAGES = {
    "owned-twice": "This {role} claims #{says} (“{is}”) with aria-owns, and so does another element. To which does it belong?",
    "owns-ancestor": "This {role} claims #{says} with aria-owns, in which it stands itself. What should it own?",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    found = False
    for document, state in items(evidence["dom"], "states"):
        if state["kind"] in MESSAGES:
            found = True
            message = MESSAGES[state["kind"]].format(
                **{"role": state["role"] or "element", "says": state["says"], "is": state["is"]}
            )
            yield META.cant_tell(message, location(document, state["at"]))
    if not found:
        owning = any(document["owning"] for document in evidence["dom"]["documents"])
        yield META.passed() if owning else META.inapplicable()
