"""What answers a pointer in ways other than a click: on the way down, along a path, with several fingers, by moving the device.

Read from listeners and markup; nothing is pressed. The page's own document and its open shadow roots. Shape: `{down, drag,
gesture, motion}`, at most 20 items each:

- `down`: elements with listeners for the press and none for the release or click {place, events}
- `drag`: what can be dragged {place, by: draggable|library|slider|listener}; native sliders and scroll areas are left out
- `gesture`: elements whose listeners follow a path or several touches {place, kind: multipoint|path, events}
- `motion`: events of the device's motion that the window listens to
"""

from __future__ import annotations

import re
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.listened import heard, paths, release, source_of
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="pointer", driving=True, order=92)

DOWN = frozenset({"mousedown", "pointerdown", "touchstart"})
UP = frozenset({"mouseup", "pointerup", "touchend", "click", "dblclick", "contextmenu", "keydown"})
MOVE = frozenset({"mousemove", "pointermove", "touchmove"})
DRAG = frozenset({"dragstart", "drag", "dragend"})
GESTURE = frozenset({"gesturestart", "gesturechange"})
MOTION = frozenset({"devicemotion", "deviceorientation", "deviceorientationabsolute"})
MOST = 80
DELEGATE = 30
"""An element that listens for so many kinds of events hears them for all in it, as the root of an application of React does."""

_SEVERAL = re.compile(r"touches\s*\[\s*1\s*\]|touches\.length\s*(?:===?|>=)\s*2|touches\.length\s*>\s*1")
_PATH = re.compile(r"(?:client|page|screen)[XY]\b|changedTouches|movement[XY]\b")


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    session = page.page.context.new_cdp_session(page.page)
    try:
        motion = sorted({one["type"] for one in heard(session, "window", 1)} & MOTION)
        kinds: dict[int, dict[str, str]] = {}
        for one in heard(session, "document", -1):
            if "backendNodeId" in one:
                sources = kinds.setdefault(one["backendNodeId"], {})
                sources[one["type"]] = sources.get(one["type"], "") + source_of(one)[:20_000]
        labels = {node: sorted(_labels(sources)) for node, sources in kinds.items()}
        answering = [(node, found) for node, found in labels.items() if found][:MOST]
        listened = paths(session, dict(answering))
    finally:
        release(session)
        session.detach()
    found: dict[str, Any] = page.realm.evaluate(with_locate("pointer"), listened)
    return {**found, "motion": motion}


def location(item: Json) -> Location:
    """Where an element stands."""
    place = item["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def _labels(sources: dict[str, str]) -> set[str]:
    """What these listeners, source by event, make of an element: down, drag, multipoint, path."""
    events = set(sources)
    found = set()
    moves = "".join(text for event, text in sources.items() if event in MOVE | DOWN | {"touchend", "pointerup"})
    if events & GESTURE or _SEVERAL.search(moves):
        found.add("multipoint")
    elif {"touchstart"} <= events and events & {"touchmove", "touchend"} and _PATH.search(moves):
        found.add("path")
    if len(events) >= DELEGATE:
        return found
    if events & DRAG or (events & DOWN and events & MOVE and _PATH.search(moves)):
        found.add("drag")
    elif events & DOWN and not events & UP:
        found.add("down")
    return found
