"""States that controls announce are the states that the page shows.

**Why it matters** A screen reader says “expanded”, “selected”, “5 of 3”. When the page shows something else, its user looks
for content that is not there, or believes a choice that was never made.

**How it is tested** ARIA states are compared with the document: `aria-expanded` with the element named in `aria-controls`,
chosen tabs, radio buttons and options with their group, `aria-posinset` with `aria-setsize`, `aria-rowcount` with the rows,
the value of a range with its ends, ARIA attributes with the native state of the same element.

**Fails** When a control says expanded and what it controls is not shown; when several items of a single choice are chosen;
when an item's position is larger than its set, or a table has more rows than it says; when a progress bar, meter or slider
is outside its own range.

**Asks** When a control says collapsed and what it controls shows text; when ARIA and native attributes disagree, since
browsers then keep to the native one; when the active item of a list is not shown.

**Passes** When no state contradicts the page. No such states: inapplicable.

**Remedy** Before: `<button aria-expanded="true" aria-controls="menu">` with `<ul id="menu" hidden>`. After: change
`aria-expanded` and `hidden` in one place.

**Cannot see** States that are wrong together, states drawn in pictures, and what happens when the control is used.

**Real pages** On 427 pages of seven documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="state-contradiction",
    title="Announced states are those that the page shows",
    failure_title="A state that is announced contradicts the page",
    criteria=("4.1.2",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
)

PROVEN = {
    "expanded-hidden": "This {role} says that it is expanded, but what it controls (“{is}”) is not shown.",
    "aria-selected-several": "{says} items of this {role} are selected ({is}), where only one can be.",
    "aria-checked-several": "{says} items of this {role} are checked ({is}), where only one can be.",
    "aria-posinset": "This {role} says that it is number {says} of {is}.",
    "aria-rowcount": "This {role} says that it has {says} rows, and has {is}.",
    "aria-valuenow": "This {role} has the value {says}, outside its range of {is}.",
}
DOUBTFUL = {
    "collapsed-shown": "This {role} says that it is collapsed, but what it controls shows “{is}”. Is that what it expands?",
    "active-hidden": "The active item of this {role} (#{says}) is not shown. Does it become visible with the focus?",
    "aria-checked": "aria-checked says {says}, the element itself {is}. Which one is right?",
    "aria-selected": "aria-selected says {says}, the element itself {is}. Which one is right?",
    "aria-disabled": "aria-disabled says {says}, the element itself {is}. Which one is right?",
    "aria-required": "aria-required says {says}, the element itself {is}. Which one is right?",
    "aria-readonly": "aria-readonly says {says}, the element itself {is}. Which one is right?",
    "aria-expanded": "aria-expanded says {says}, the disclosure itself {is}. Which one is right?",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    found = False
    for document, state in items(evidence["dom"], "states"):
        if state["kind"] in PROVEN:
            found = True
            yield META.failed(_message(PROVEN, state), location(document, state["at"]))
        elif state["kind"] in DOUBTFUL:
            found = True
            yield META.cant_tell(_message(DOUBTFUL, state), location(document, state["at"]))
    if not found:
        stateful = any(document["stateful"] for document in evidence["dom"]["documents"])
        yield META.passed() if stateful else META.inapplicable()


def _message(messages: dict[str, str], state: Json) -> str:
    return messages[state["kind"]].format(
        **{"role": state["role"] or "element", "says": state["says"], "is": state["is"]}
    )
