"""Pixels decide where styles cannot tell whether the focus shows: the viewport with and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from a11ycheck.evidence.camera import Camera

if TYPE_CHECKING:
    from a11ycheck.evidence.keyboard_walk import Stop, Walk

FAINT = 16
"""Steps of 255 that a colour must change by to count as seen."""
HARDLY = 2
"""Steps from which a change is one at all, though perhaps not to be seen."""
FEW = 4
"""Changed pixels that could be noise."""
LATE = 1_000
"""Milliseconds after which what a script shows with delay, a tooltip above all, has come."""


def look(walk: Walk, most: int) -> None:
    """Take pictures of stops whose indicator is in doubt, one of each kind, at most so many; sets `pixels`.

    Stops of one kind (same tags and classes, same changes of style, hidden the same way) look the same: one is taken for
    all. `pixels`: `changed`, `same`, `faint` (by less than can be seen for sure), `late` (something comes within a
    second), `unsteady` (the page moves by itself), or None where none was taken.
    """
    kinds: dict[str, list[Stop]] = {}
    for stop in walk.stops:
        if in_doubt(stop.facts):
            kinds.setdefault(_kind(stop), []).append(stop)
    with Camera(walk.page.page) as camera:
        for stops in list(kinds.values())[:most]:
            if walk.out_of_time:
                return
            result = _pictures(walk, stops[0], camera)
            for stop in stops:
                stop.facts["indicator"]["pixels"] = result


def in_doubt(facts: dict[str, Any]) -> bool:
    """Styles leave open whether the focus shows at this stop."""
    indicator = facts["indicator"]
    if indicator is None or indicator["gone"] or facts["frame"] or facts["lost"]:
        return False
    return not (facts["caret"] and not facts["hidden"]) and not (indicator["sure"] and not facts["hidden"])


def _kind(stop: Stop) -> str:
    facts = stop.facts
    changes = [change[:2] for change in facts["indicator"]["changes"]]
    return repr((facts["place"]["identity"]["signature"], facts["type"], facts["hidden"], changes))


def _pictures(walk: Walk, stop: Stop, camera: Camera) -> str | None:
    if not _arrive(walk, stop):
        return None
    focused = _picture(walk, camera)
    held = stop.frame.call("has", stop.element)
    walk.frames.root.call("park")
    without = _picture(walk, camera)
    if not held or not walk.frames.root.call("free"):
        return "unsteady"
    again = _picture(walk, camera) if _arrive(walk, stop) else None
    if again is None or _differ(focused, again):
        return "unsteady"
    if _differ(focused, without):
        return "changed"
    walk.page.page.wait_for_timeout(LATE)
    later = _picture(walk, camera)
    if _differ(later, without):
        return "late"
    return "faint" if _differ(later, without, HARDLY) else "same"


def _arrive(walk: Walk, stop: Stop) -> bool:
    """Bring the focus to a stop, with the Tab key from the stop before where that works."""
    place = walk.stops.index(stop)
    before = walk.stops[place - 1] if place else None
    if before is not None and before.frame is stop.frame and before.frame.call("focus", before.element):
        walk.page.page.keyboard.press("Tab")
        if stop.frame.call("has", stop.element):
            return True
    return bool(stop.frame.call("focus", stop.element))


def _picture(walk: Walk, camera: Camera) -> np.ndarray[Any, Any]:
    walk.frames.root.call("painted")
    return camera.take().astype(np.int16)


def _differ(one: np.ndarray[Any, Any], other: np.ndarray[Any, Any], steps: int = FAINT) -> bool:
    if one.shape != other.shape:
        return True
    return int((np.abs(one - other).max(axis=2) >= steps).sum()) >= FEW
