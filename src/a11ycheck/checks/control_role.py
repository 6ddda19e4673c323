"""What works like a control has the role of one.

**Why it matters** A screen reader says “button” or “link”, and so that something can be pressed. Of a `div` that was made to
work like a button it says the words alone, if it stops there at all; voice control does not offer it.

**How it is tested** Elements such as `div` and `span` that take the focus by `tabindex` and listen for the mouse themselves, or
show the pointer of a link, without a role and with no control inside, are noted in the walk with the keyboard. With
`--interact operate`, those that say by `aria-expanded` or `aria-haspopup` that they open something, and look harmless, are
clicked, clicked again and once more (WCAG failure F59).

**Fails** When each click on such an element brings something up or leads elsewhere, and it has no role.

**Asks** When it was not clicked, or the click showed nothing.

**Passes** When no such element was found and the page has stops for the keyboard.

**Remedy** Before: `<div tabindex="0" onclick="send()">Send</div>`. After: `<button type="button" onclick="send()">Send</button>`.

**Cannot see** What shows no pointer and whose listeners stand on an element around it, as those of React do, elements with a
wrong role, and custom elements, which may give themselves a role out of sight.

**Real pages** On 59 pages of design systems it asked nothing. See `docs/accuracy/driving.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import operated
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="control-role",
    title="What works like a control has the role of one",
    failure_title="Something works like a control and has no role",
    criteria=("4.1.2",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.CRITICAL,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    clicked = operated(evidence)
    found = [_judged(fact, clicked.get(fact["place"]["selector"])) for fact in walk["roleless"]]
    yield from found
    if not found:
        yield META.passed() if walk["stops"] else META.inapplicable()


def _judged(fact: Json, control: Json | None) -> CheckOutcome:
    where = location(fact["place"])
    if control and control["twice"] and not control["after_kept"]:
        effect = control["effect"]
        if effect["came"] or effect["urls"]:
            does = "leads elsewhere" if effect["urls"] else "brings something up"
            return META.failed(f"A click on it {does}, and it has no role.", where, events=fact["events"])
    if not fact["events"]:
        return META.cant_tell(
            "It takes the focus and the pointer over it looks as over a link, but it has no role. Is it a control?",
            where,
        )
    return META.cant_tell(
        "It takes the focus and listens for the mouse, but has no role. Is it a control?", where, events=fact["events"]
    )
