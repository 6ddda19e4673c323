"""What followed a stop's focus, tried once more with time in between: only what the focus brings happens again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a11ycheck.evidence.keyboard_walk import Stop, Walk

REST_MS = 100
STEP_MS = 50
MOST_MS = 800
MOST = 5
CONTEXT = ("navigation", "popup", "dialog")


def confirm(walk: Walk) -> None:
    """Focus the stops anew where the walk saw a navigation, popup or dialog; sets `again` of each effect.

    A stop that gave the focus away must do so again. An event may come in late, so the stop before is tried too; an
    effect moves to the stop that brings it.
    """
    for stop in walk.stops:
        if stop.facts["lost"]:
            walk.frames.root.call("park")
            stop.facts["lost"] = not stop.frame.call("focus", stop.element)
    done = 0
    for place, stop in enumerate(walk.stops):
        pending = [effect for effect in stop.facts["effects"] if effect["kind"] in CONTEXT and effect["again"] is None]
        if not pending:
            continue
        if done >= MOST or walk.out_of_time:
            return
        done += 1
        for candidate in (stop, walk.stops[place - 1] if place else None):
            if candidate is None:
                continue
            brought = _brings(walk, candidate, {effect["kind"] for effect in pending})
            for effect in [effect for effect in pending if effect["kind"] in brought]:
                effect["again"] = True
                if candidate is not stop:
                    stop.facts["effects"].remove(effect)
                    candidate.facts["effects"].append(effect)
                pending.remove(effect)
        for effect in pending:
            effect["again"] = False


def _brings(walk: Walk, stop: Stop, awaited: set[str]) -> set[str]:
    """Kinds of events that follow when this stop gets the focus, at the latest when all awaited ones have come."""
    page = walk.page
    walk.frames.root.call("park")
    page.page.wait_for_timeout(REST_MS)
    before = len(page.events)
    stop.frame.call("focus", stop.element)
    brought: set[str] = set()
    for _ in range(0, MOST_MS, STEP_MS):
        page.page.wait_for_timeout(STEP_MS)
        brought = {kind for kind, _ in page.events[before:]}
        if awaited <= brought:
            break
    return brought
