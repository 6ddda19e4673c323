"""Radio buttons and checkboxes are tied to the question they answer.

**Why it matters** A screen reader says “Yes, radio button, one of two”, and not yes to what, unless the question is tied to
the group.

**How it is tested** Radio buttons, and checkboxes, of one name are looked at together: is there a `fieldset`, `role="group"` or
`radiogroup` around them, a description, or a question in each name; and does visible text that belongs to no label stand
before the first of them.

**Fails** When radio buttons stand alone and the text before them ends like a question or a lead-in.

**Asks** When there is other text before them, or the same holds for checkboxes.

**Passes** When the group is tied to a named group, nothing stands before it, or each has an `aria-label` and what stands before
does not end like a question. No such groups: inapplicable.

**Remedy** Before: `<p>Send a receipt?</p> <label><input type="radio" name="r"> Yes</label>`. After: `<fieldset><legend>Send a
receipt?</legend> … </fieldset>`.

**Cannot see** Custom radio buttons without a common name.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing; in the example documentation it
failed 1 group, rightly. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="choice-question",
    title="Choices are tied to their question",
    failure_title="Choices are not tied to their question",
    criteria=("1.3.1",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_choice(document, choice) for document, choice in items(evidence["dom"], "choices")]
    yield from judged or [META.inapplicable()]


def _choice(document: Json, choice: Json) -> CheckOutcome:
    place = location(document, choice["at"])
    lead = choice["lead"]["text"]
    tied = (choice["grouped"] and choice["group_name"]) or choice["described"] or choice["labelled_by_several"]
    if tied or not lead or any(fold(lead) in fold(name) for name in choice["names"]):
        return META.passed()
    asks = lead.rstrip("* ").endswith(("?", ":"))
    if choice["named_apart"] and not asks:
        return META.passed()
    kind = "radio buttons" if choice["type"] == "radio" else "checkboxes"
    if choice["type"] == "radio" and asks:
        return META.failed(f"“{lead}” is not tied to the {choice['count']} {kind} that answer it.", place)
    return META.cant_tell(
        f"Is “{lead}” the question that these {choice['count']} {kind} answer? Nothing ties them together.", place
    )
