"""What happens while a pointer is pressed and not released: controls are pressed, left, and released elsewhere.

Only at `--interact operate`, on a page of its own. Controls that seem to delete, send, pay or sign out are left alone, as are
fields, sliders and what can be dragged. Before them, where the page listens to the device's motion, the device is moved (see
`shake`). Shape: `{pressed: [{place, name, events: kinds of `PageAccess.events` while it was down, changed: what people see
differed before the release, at_once: it did as soon as the page had heard the press, held: it still did after the release
elsewhere, back: a second press and release elsewhere undid it, alone: the page changes without a press too, shows: an opening
state such as aria-expanded changed}], undo: names of controls about undoing, left: controls that were not pressed for want of
time, restless: the page changes by itself, shake}`.
"""

from __future__ import annotations

import time
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.evidence.shake import shake
from a11ycheck.model import Effort, Interact, Json

META = CollectorMeta(
    name="press", effort=Effort.THOROUGH, driving=True, mutates=True, order=93, interact=Interact.OPERATE
)

MOST = 12
WAIT_MS = 120
WATCH_MS = 1500
"""How long a page that changed at a press is watched for changes of its own."""
AWAY = (2, 2)
LEAVING = frozenset({"navigation", "popup", "dialog", "request", "socket"})


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    shaken = shake(page)
    controls: list[dict[str, Any]] = _call(page, "find", MOST)
    first = _call(page, "look")
    page.page.wait_for_timeout(2 * WAIT_MS)
    restless = first != _call(page, "look")
    calm = {first}
    pressed: list[dict[str, Any]] = []
    for number in range(len(controls)):
        if restless or time.monotonic() + 5 * WAIT_MS / 1000 > page.deadline:
            break
        found = _press(page, number, calm)
        if found is None:
            continue
        pressed.append({**controls[number], **found})
        if set(found["events"]) & {"navigation", "popup"}:
            break
    return {
        "pressed": pressed, "undo": _call(page, "undo"), "left": len(controls) - len(pressed), "restless": restless,
        "shake": shaken,
    }  # fmt: skip


def _press(page: PageAccess, number: int, calm: set[int]) -> dict[str, Any] | None:
    """One press, released elsewhere; a second one where something stayed changed. None when nothing is there to press.

    `calm`: looks of the page with the pointer elsewhere. A press that leads back to one of them did nothing but end a tooltip.
    """
    calm.add(_call(page, "look"))
    if _dismissing(page, number, calm):
        calm.add(_call(page, "look"))
    at = _call(page, "point", number)
    if at is None:
        return None
    mouse = page.page.mouse
    mouse.move(*at)
    _call(page, "focus", number)  # what the focus brings is not what the press does
    page.page.wait_for_timeout(WAIT_MS)
    before, shown = _call(page, "look"), _call(page, "shows", number)
    seen = len(page.events)
    _call(page, "watch")
    mouse.down()
    page.page.wait_for_timeout(WAIT_MS)
    changed = _call(page, "look") != before
    shows = _call(page, "shows", number) != shown
    at_once = _call(page, "atOnce", sorted(calm))
    page.page.wait_for_timeout(WAIT_MS if not changed else 0)
    events = [kind for kind, _ in page.events[seen:] if kind in LEAVING]
    _release(page)
    after = _call(page, "look")
    held = changed and after != before and after not in calm
    back = False
    if held and not events:
        mouse.move(*at)
        mouse.down()
        page.page.wait_for_timeout(WAIT_MS)
        _release(page)
        back = _call(page, "look") in {before, *calm}
    alone = held and not back and _changes_alone(page)
    return {
        "events": events, "changed": changed, "at_once": at_once, "held": held, "back": back, "alone": alone, "shows": shows,
    }  # fmt: skip


def _dismissing(page: PageAccess, number: int, calm: set[int]) -> bool:
    """Whether the focus alone changes the page for good, as what was open closes when it goes elsewhere. It is taken away again."""
    _call(page, "focus", number)
    page.page.wait_for_timeout(WAIT_MS)
    if _call(page, "look") in calm:
        return False
    _call(page, "blur", number)
    page.page.wait_for_timeout(WAIT_MS)
    return _call(page, "look") not in calm


def _changes_alone(page: PageAccess) -> bool:
    """Whether what people see changes while nothing is pressed."""
    first = _call(page, "look")
    for _ in range(WATCH_MS // (2 * WAIT_MS)):
        page.page.wait_for_timeout(2 * WAIT_MS)
        if _call(page, "look") != first:
            return True
    return False


def _release(page: PageAccess) -> None:
    page.page.mouse.move(*AWAY)
    page.page.mouse.up()
    page.page.wait_for_timeout(WAIT_MS)


def _call(page: PageAccess, member: str, argument: Json = None) -> Any:
    return page.realm.evaluate(with_locate("press", member), argument)
