"""The keyboard can leave every part of the page.

**Why it matters** People who cannot use a mouse, blind people among them, are stuck where the Tab key goes round in a
part of the page: all that comes behind it is out of their reach, often the only way out is to close the page.

**How it is tested** Real Tab keys, from the top of the page to its end. Where the focus comes back, the walk is
repeated slowly, then Shift+Tab, Escape, and any keys that the page's text names as a way out are tried. ACT rules
80af7b, a1b64e and ebe86a.

**Fails** When the focus goes round in a proper part of the page, or scripts hold it, and none of these ways leads out.

**Asks** When only Shift+Tab or Escape leads out, as in some editors; when a control that might explain the way out is
inside, or one elsewhere says by its name that it explains; when the trap is a dialog without a way out by Escape, or the
whole page; and when something was kept from leaving the page before. When the walk was cut before the end of the page.

**Passes** When the walk came to the end of the page, or a dialog or editor was left the way it says, or a menu by Escape.

**Remedy** Before: `editor.onkeydown = (e) => { if (e.key === "Tab") { e.preventDefault(); indent(); } }`. After: Tab
indents only after the user has switched that on, or Escape gives Tab its usual meaning, and the page says so.

**Cannot see** Traps that open only after something was activated, and what lies behind the limit of the walk.

**Real pages** No trap on 60 pages of Debian's Python, PostgreSQL and Git documentation, none on the repaired examples;
the one in the example chat was found in each of the 4 states that show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import unfinished
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="keyboard-trap",
    title="The keyboard can leave every part of the page",
    failure_title="The keyboard cannot leave a part of the page",
    criteria=("2.1.2",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.CRITICAL,
    act=("80af7b", "a1b64e", "ebe86a"),
)

_OPENED = frozenset({"menu", "menuitem", "menuitemcheckbox", "menuitemradio", "listbox", "option"})
"""Roles of what is opened and closed: Escape is the usual way out of it (2.1.2, “other standard exit methods”)."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    found = [outcome for trap in walk["traps"] if (outcome := _trap(walk, trap)) is not None]
    yield from found
    if not walk["stops"]:
        yield META.inapplicable()
    elif not found:
        left = unfinished(walk)
        yield META.cant_tell(left, location(walk["root"])) if left else META.passed()


def _trap(walk: Json, trap: Json) -> CheckOutcome | None:
    stops = [stop for stop in walk["stops"] if stop["key"] in trap["keys"]]
    where = location(stops[0]["place"])
    data = {"stops": [stop["n"] for stop in stops], "exits": trap["exits"]}
    around = "this control" if len(stops) == 1 else f"these {len(stops)} controls"
    if any(leaves for _, leaves in trap["exits"]) or (trap["modal"] and (trap["escape"] or trap["backward"])):
        return None
    if trap["escape"] and all(stop["place"]["identity"]["role"] in _OPENED for stop in stops):
        return None
    questions = (
        (trap["backward"], f"Tab does not leave {around}; Shift+Tab does. Can people go on from here?"),
        (trap["escape"], f"Tab leaves {around} only after Escape. Does the page say so?"),
        (trap["help"], f"Tab goes round in {around}. Does the help on this page tell a way out that works?"),
        (trap["modal"], "Tab stays in this dialog and Escape does not close it. Do its controls close it?"),
        (
            trap["whole"] and not trap["pulled"],
            "Tab goes round in the page and never reaches the browser. Can people leave?",
        ),
        (trap["after_kept"], f"Tab does not leave {around}. Is that because a request was held back before?"),
    )
    for asked, question in questions:
        if asked:
            return META.cant_tell(question, where, **data)
    tried = ", ".join(["Tab", "Shift+Tab", "Escape", *(keys for keys, _ in trap["exits"])])
    return META.failed(f"The focus cannot leave {around}: {tried} keep it there.", where, **data)
