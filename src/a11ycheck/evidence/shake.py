"""What moving the device changes, and whether controls of the page do the same or switch it off.

The device's motion is played by events, to the left and right, forth and back; then each control is clicked and the device
moved again. Shape: None when the page does not listen to motion, else `{answers: kinds of change by motion, reached: those
that controls bring too, stopped: names of controls after which motion changed nothing, controls: clicked ones, links: how
many the page has, left: controls not clicked, fields: native fields that could do the same}`. A kind of change is a place in
the page with `up` or `down` for a number, else what it became.
"""

from __future__ import annotations

import time
from typing import Any

from a11ycheck.evidence.base import PageAccess
from a11ycheck.evidence.listened import heard, release
from a11ycheck.evidence.pointer import MOTION
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Json

MOST = 8
WAIT_MS = 60
WAYS = ("left", "right", "left", "forth", "back")


def shake(page: PageAccess) -> dict[str, Any] | None:
    """Move the device; see the module."""
    session = page.page.context.new_cdp_session(page.page)
    try:
        listens = {one["type"] for one in heard(session, "window", 1)} & MOTION
    finally:
        release(session)
        session.detach()
    if not listens:
        return None
    answers = _moved(page)
    reached: set[str] = set()
    stopped: list[str] = []
    clicked: list[str] = []
    while answers and len(clicked) < MOST and time.monotonic() + 2 < page.deadline:
        before = _call(page, "measure")
        control = _call(page, "click", clicked)
        if control is None:
            break
        clicked.append(control["key"])
        page.page.wait_for_timeout(WAIT_MS)
        reached |= _changes(before, _call(page, "measure"))
        if not _moved(page):
            stopped.append(control["name"])
            _call(page, "again", control["key"])
    for key in clicked * 2 if answers - reached else ():
        before = _call(page, "measure")
        _call(page, "again", key)
        page.page.wait_for_timeout(WAIT_MS)
        reached |= _changes(before, _call(page, "measure"))
    facts = _call(page, "facts", clicked)
    return {
        "answers": sorted(answers), "reached": sorted(reached & answers), "stopped": stopped, "controls": len(clicked),
        **facts,
    }  # fmt: skip


def _moved(page: PageAccess) -> set[str]:
    """Kinds of change that moving brings."""
    found: set[str] = set()
    before = _call(page, "measure")
    for way in WAYS:
        _call(page, "move", way)
        page.page.wait_for_timeout(WAIT_MS)
        after = _call(page, "measure")
        found |= _changes(before, after)
        before = after
    return found


def _changes(before: dict[str, str], after: dict[str, str]) -> set[str]:
    found = set()
    for place in before.keys() | after.keys():
        was, now = before.get(place, ""), after.get(place, "")
        if was != now:
            found.add(f"{place} {_way(was, now)}")
    return found


def _way(was: str, now: str) -> str:
    try:
        return "up" if float(now) > float(was) else "down"
    except ValueError:
        return now[:80]


def _call(page: PageAccess, member: str, argument: Json = None) -> Any:
    return page.realm.evaluate(with_locate("shake", member), argument)
