"""Whatever has the focus shows it.

**Why it matters** Sighted people who use the keyboard, a switch or voice must see where they are before they press a
key.

**How it is tested** Real Tab keys. At each stop the styles of the element, its surroundings and its label are compared
with and without the focus; a text caret counts. Only where styles cannot tell, pictures of the whole viewport with and
without the focus decide. ACT rule oj04fd.

**Fails** When styles show nothing and not one pixel of the viewport changes, seen twice and a second later.

**Asks** When something, such as a tooltip, comes only a moment after the focus, or pixels change so little that it may not be
seen. When the page moves by itself so that
pictures cannot decide, when too many kinds of elements are in doubt to take pictures of all, and for areas that only the
browser made focusable since they scroll. When the walk was cut before the end of the page.

**Passes** When every stop of the walk showed the focus.

**Remedy** Before: `a:focus { outline: none }`. After: `a:focus-visible { outline: 2px solid #0b57d0; outline-offset:
2px }`.

**Cannot see** Whether the indicator is strong enough (2.4.13), and stops behind the limit of the walk. What takes the
focus while hidden is the matter of `focus-order`; headings and the like that a script gives the focus to are left out.

**Real pages** On 60 pages of Debian's Python, PostgreSQL and Git documentation nothing failed or was asked. On the
example documentation, whose theme removes outlines, 268 elements of 16 pages failed, all right; on its repaired twin
none.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.walks import unfinished
from a11ycheck.evidence.keyboard import OPERABLE, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="focus-visible",
    title="Whatever has the focus shows it",
    failure_title="Nothing shows where the focus is",
    criteria=("2.4.7",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("oj04fd",),
    variants="all",
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    judged = [stop for stop in walk["stops"] if _is_judged(stop)]
    found = [outcome for stop in judged if (outcome := _unseen(stop)) is not None]
    yield from found
    if not judged:
        yield META.inapplicable()
    elif not found:
        left = unfinished(walk)
        yield META.cant_tell(left, location(walk["root"])) if left else META.passed()


def _is_judged(stop: Json) -> bool:
    indicator = stop["indicator"]
    if stop["frame"] or stop["lost"] or indicator is None or indicator["gone"] or _placed(stop):
        return False
    return not stop["hidden"] or stop["stand_in"] is not None


def _placed(stop: Json) -> bool:
    """Something to read, such as a heading, that a script gave the focus and that is not in the order of Tab."""
    return stop["tabindex"] is not None and stop["tabindex"] < 0 and stop["tag"] not in OPERABLE


_NOTHING = "Nothing changes on the screen when {} takes the focus."
_HARDLY = "The screen hardly changes when {} takes the focus. Can people see it?"
_LATE = "At first nothing changes on the screen when {} takes the focus, then something does. Does it show where the focus is?"


def _hidden(stop: Json) -> str:
    """What takes the focus: the place itself, or what is hidden there and cannot be pointed at."""
    if not (stop["hidden"] and stop["stand_in"]):
        return "this element"
    name = stop["place"]["identity"]["name"]
    return f"“{name}”, which is hidden here," if name else "something hidden here"


def _unseen(stop: Json) -> CheckOutcome | None:
    indicator = stop["indicator"]
    if indicator["pixels"] == "changed" or (not stop["hidden"] and (indicator["sure"] or stop["caret"])):
        return None
    where = location((stop["hidden"] and stop["stand_in"]) or stop["place"])
    data = {"stop": stop["n"], "changes": indicator["changes"], "pixels": indicator["pixels"]}
    if indicator["pixels"] == "same":
        if not stop["native"]:
            return META.cant_tell(
                "The browser lets this scrolling area take the focus, and nothing shows it.", where, **data
            )
        if stop["after_kept"]:
            return META.cant_tell(
                "Nothing shows the focus, but something was kept from being sent before.", where, **data
            )
        return META.failed(_NOTHING.format(_hidden(stop)), where, **data)
    question = {
        "faint": _HARDLY.format(_hidden(stop)),
        "late": _LATE.format(_hidden(stop)),
        "unsteady": "The page changes by itself, so pictures cannot tell if the focus shows. Does it?",
    }.get(indicator["pixels"], "Its styles do not tell if the focus shows, and no picture was taken. Does it?")
    return META.cant_tell(question, where, **data)
