"""Nothing happens before the pointer is released.

**Why it matters** People with a tremor or who see little often land on the wrong thing. They can slide off and let go, unless it
has happened already.

**How it is tested** Listeners for the press alone (`mousedown`, `pointerdown`, `touchstart`, and none for release or click) are
listed. With `--effort thorough --interact operate` controls are pressed, left and released elsewhere, and what people see of the
page is compared before, while and after.

**Fails** When pressing alone leads to another page, opens a window or a dialog of the browser, or changes the page at once so that
neither the release elsewhere nor a second press undoes it, no control is about undoing, and nothing is opened.

**Asks** When a press opens or switches something, chooses one of several (tabs, options, rows), steps a value, or could not be
tried; when the page changes by itself too.

**Passes** When controls were pressed and nothing stayed changed. No such listeners, nothing pressed: inapplicable.

**Remedy** Before: `<button onmousedown="add()">`. After: `<button onclick="add()">`.

**Cannot see** Controls that seem to send, delete, pay or sign out (never pressed), links to other pages, and drawings.

**Real pages** On two libraries of components it failed two controls, both wrongly: tabs that change on the press, and a button
beside which the page changed late by itself. It asks about both since. See docs/accuracy/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.pointer import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="pointer-cancellation",
    title="Nothing happens before the pointer is released",
    failure_title="Pressing acts before the pointer is released",
    criteria=("2.5.2",),
    needs=("pointer",),
    power="fails",
    impact=Impact.MODERATE,
)

_STEPS = re.compile(
    r"^\W*$|^[\d\W]+$|\b(plus|minus|increase|decrease|increment|decrement|up|down|next|prev|previous|forward|back|play|pause|"
    r"zoom|left|right|key|note|volume)\b",
    re.IGNORECASE,
)
_CHOICES = frozenset(
    {"tab", "option", "radio", "menuitemradio", "treeitem", "row", "gridcell"}
    | {"tablist", "listbox", "radiogroup", "tree", "treegrid", "grid"}
)
"""Roles of which one is chosen among others, and of what holds them: choosing another undoes it."""
_LEAVES = {"navigation": "leads to another page", "popup": "opens a window", "dialog": "opens a dialog of the browser"}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    press = evidence.collected.get("press")
    pressed, undo = (press["pressed"], press["undo"]) if press else ([], [])
    known = {one["place"]["selector"] for one in pressed}
    found = [outcome for one in pressed if (outcome := _pressed(one, undo)) is not None]
    found += [_asked(one) for one in evidence["pointer"]["down"] if one["place"]["selector"] not in known]
    yield from found
    if press and (press["restless"] or press["left"]):
        why = "the page changes by itself" if press["restless"] else "there was no time, or something lay over them"
        yield META.untested(f"{press['left']} controls were not pressed: {why}")
    elif not found:
        yield META.passed() if pressed else META.inapplicable()


def _pressed(one: Json, undo: list[str]) -> CheckOutcome | None:
    leaves = next((text for kind, text in _LEAVES.items() if kind in one["events"]), "")
    name = f"“{one['name']}”" if one["name"] else "this"
    data = {key: one[key] for key in ("events", "held", "back", "shows")}
    if leaves:
        return META.failed(f"Pressing {name} {leaves} before the pointer is released.", location(one), **data)
    if not one["held"]:
        return None
    chosen = one["place"]["identity"]["role"] in _CHOICES
    if (
        chosen
        or not one["at_once"]
        or one["back"]
        or one["alone"]
        or one["shows"]
        or undo
        or one["events"]
        or _STEPS.search(one["name"])
    ):
        return META.cant_tell(
            f"Pressing {name} changes the page before the pointer is released. Can it be stopped or undone?",
            location(one), **data,
        )  # fmt: skip
    return META.failed(
        f"Pressing {name} changes the page before the pointer is released, and nothing undoes it.",
        location(one),
        **data,
    )


def _asked(one: Json) -> CheckOutcome:
    return META.cant_tell(
        "A script listens to the press here, not to the release. Does it act before the pointer is released?",
        location(one),
    )
