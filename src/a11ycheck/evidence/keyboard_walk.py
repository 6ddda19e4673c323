"""The walk itself: Tab, see who has the focus, go on; suspect a trap where the focus comes back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from a11ycheck.errors import NotAuditedError
from a11ycheck.evidence.base import PageAccess
from a11ycheck.evidence.keyboard_exits import Trap, examine
from a11ycheck.evidence.keyboard_frames import Frame, Frames
from a11ycheck.model import Json

PATIENCE_MS = 40
"""How long a page that moves the focus itself gets after a key."""
PATIENT_KEYS = 12
"""How many keys that lasts after it did."""
INNER_STOPS = {"date": 8, "time": 8, "datetime-local": 12, "month": 6, "week": 6, "video": 24, "audio": 24}
"""Parts of one native control that the focus goes through while the element stays the same."""
TRAPS = 3


@dataclass
class Stop:
    """One stop: where it is in the page's scripts, and what goes into the evidence."""

    frame: Frame
    element: int
    facts: dict[str, Any]

    @property
    def key(self) -> str:
        """What tells elements of this walk apart."""
        return f"{self.frame.number}.{self.element}"


@dataclass
class Focus:
    """Who has the focus. `key` is empty when no element has it; `left_page`: the browser has it."""

    key: str
    left_page: bool


class Walk:
    """One walk over one page. `patient`: how many keys more get time, since the page moves the focus itself."""

    def __init__(self, page: PageAccess, limit: int) -> None:
        self.page = page
        self.patient = 0
        self.pulled = False
        self.stops: list[Stop] = []
        self.traps: list[dict[str, Json]] = []
        self.ended = "limit"
        self.frames = Frames(page.realm)
        self._limit = limit
        self._known: dict[str, Stop] = {}
        self._last: Frame = self.frames.root
        self.moved = False
        self._expected = ""
        self._events = len(page.events)

    @property
    def tabbable(self) -> int:
        """How many elements can take the focus."""
        return self.frames.tabbable

    @property
    def out_of_time(self) -> bool:
        """The collector's time is over."""
        return time.monotonic() > self.page.deadline

    def forward(self) -> None:
        """Walk to the end of the page. Fills `stops`, `traps` and `ended`."""
        from_top = not self.see().key
        went_round = 0
        repeats = 0
        for _ in range(self._limit * 2):
            if len(self.stops) >= self._limit:
                return
            if self.out_of_time:
                self.ended = "time"
                return
            before = len(self.stops)
            now = self.press("Tab")
            if now.left_page:
                self.settle()
                now = self.see()
            if self.moved:
                now = self._go_back()
            if now.left_page:
                if from_top or went_round:
                    self.ended = "page-end"
                    return
                went_round = len(self.stops)
            elif len(self.stops) > before or not now.key:
                repeats = 0
            elif self.stop(now.key).facts["n"] <= went_round:
                self.ended = "page-end"
                return
            else:
                repeats += 1
                if repeats > self._inner_stops(now.key):
                    repeats = 0
                    if not self._go_on_from(now.key):
                        return

    def finish(self) -> None:
        """Take the focus away, so that the last stop too is seen without it."""
        self.frames.root.call("park")
        self.settle()
        self.see()

    def press(self, key: str) -> Focus:
        """Press a key and see who has the focus then."""
        self.page.page.keyboard.press(key)
        if self.patient:
            self.patient -= 1
            self.settle()
        return self.see(pressed=True)

    def _go_back(self) -> Focus:
        """The page moved the focus: go on from there, with patience, and forget what was seen in passing."""
        hasty = not self.patient
        self.pulled, self.moved, self.patient = True, False, PATIENT_KEYS
        self.settle()
        now = self.see()
        self.moved = False
        if hasty and now.key:
            kept = self._known[now.key].facts["n"]
            for stop in self.stops[kept:]:
                stop.frame.call("forget", [stop.element])
                del self._known[stop.key]
            del self.stops[kept:]
        return now

    def settle(self) -> None:
        """Give scripts that answer the focus their time, by the clock of the frame that has it."""
        try:
            self._last.call("wait", PATIENCE_MS)
        except NotAuditedError:
            if self._last.parent is None:
                raise
            self._last = self.frames.root  # a frame may go away; the page may not

    def stop(self, key: str) -> Stop:
        """The stop with this key."""
        return self._known[key]

    def see(self, *, pressed: bool = False) -> Focus:
        """Who has the focus; a new element becomes a stop."""
        frame, answer, outer = self.frames.focused()
        if frame is not self._last:
            self._leave_last()
        for at, said in zip([*_path(frame)], [*outer, answer], strict=False):
            if said["left"]:
                self._note_left(at, said["left"])
        self._last = frame
        self._note_movement(frame, answer, pressed=pressed)
        events = self.page.events[self._events :]
        self._events = len(self.page.events)
        if answer["lost"] is not None and answer["id"] is None:
            self._note_lost(frame, answer["lost"])
        if answer["id"] is None:
            self._expected = ""
            has_focus = outer[0]["has_focus"] if outer else answer["has_focus"]
            self._note_effects(events, [])
            return Focus("", not has_focus)
        key = f"{frame.number}.{answer['id']}"
        self._expected = key
        if key not in self._known:
            facts = answer.get("facts") or frame.call("describe", answer["id"])
            self._add(frame, answer["id"], facts, framed=bool(answer.get("frame")))
        self._note_effects(events, answer["opened"])
        return Focus(key, False)

    def _leave_last(self) -> None:
        try:
            left = self._last.call("leave")
        except NotAuditedError:
            if self._last.parent is None:
                raise
            return  # a frame may go away; the page may not
        if left:
            self._note_left(self._last, left)

    def _add(self, frame: Frame, element: int, facts: dict[str, Any], *, framed: bool) -> Stop:
        place = facts["place"]
        for known in (place, facts["stand_in"], facts["aria_hidden"], facts["covered"] and facts["covered"]["by"]):
            if known:
                known["selector"] = frame.prefix + known["selector"]
        kept = any(kind in ("request", "socket") for kind, _ in self.page.events)
        stop = Stop(
            frame,
            element,
            {
                "n": len(self.stops) + 1, "key": f"{frame.number}.{element}", **facts, "frame": framed,
                "indicator": None, "effects": [], "lost": False, "after_kept": kept,
            },
        )  # fmt: skip
        self.stops.append(stop)
        self._known[stop.key] = stop
        return stop

    def _note_left(self, frame: Frame, left: dict[str, Any]) -> None:
        stop = self._known.get(f"{frame.number}.{left['id']}")
        if stop is not None and stop.facts["indicator"] is None:
            stop.facts["indicator"] = {
                "sure": left["sure"], "appeared": left.get("appeared", False), "gone": left.get("gone", False),
                "changes": left["changes"], "pixels": None,
            }  # fmt: skip

    def _note_movement(self, frame: Frame, answer: dict[str, Any], *, pressed: bool) -> None:
        """A focus that nobody moved with a key was moved by the page."""
        way = [f"{frame.number}.{element}" for element in answer["way"]]
        if len(way) > (1 if pressed else 0):
            self.moved = True

    def _note_lost(self, frame: Frame, element: int) -> None:
        key = f"{frame.number}.{element}"
        if key == self._expected:
            return
        if key not in self._known:
            self._add(frame, element, frame.call("describe", element), framed=False)
        self._known[key].facts["lost"] = True

    def _note_effects(self, events: Any, opened: list[Json]) -> None:
        if not self.stops:
            return
        effects = self.stops[-1].facts["effects"]
        for kind, what in events:
            if kind in ("navigation", "route", "popup", "dialog"):
                effects.append({"kind": kind, "what": what, "again": None})
        effects += [
            {"kind": "modal", "what": place["identity"]["name"][:80], "again": None, "place": place} for place in opened
        ]

    def _inner_stops(self, key: str) -> int:
        facts = self._known[key].facts
        return INNER_STOPS.get(facts["type"] if facts["tag"] == "input" else facts["tag"], 0)

    def _go_on_from(self, key: str) -> bool:
        """Examine a place where the focus came back. Returns whether the walk can go on behind it."""
        trap = examine(self, key)
        if trap is None:
            return True
        if not trap.keys:
            self.ended = "page-end"
            return False
        if any(set(trap.keys) <= set(known["keys"]) for known in self.traps):
            self.ended = "page-end" if len(self.stops) >= self.tabbable else "trap"
            return False
        self.traps.append(trap.facts)
        if len(self.traps) < TRAPS and (trap.left or self._leap(trap)):
            return True
        self.ended = "trap"
        return False

    def _leap(self, trap: Trap) -> bool:
        """Put the focus on what comes after a trap."""
        frames = {self._known[key].frame.number: self._known[key].frame for key in trap.keys}
        if len(frames) != 1:
            return False
        ((_, frame),) = frames.items()
        if not frame.call("after", [self._known[key].element for key in trap.keys]):
            return False
        self.settle()
        now = self.see()
        return bool(now.key) and now.key not in trap.keys


def _path(frame: Frame) -> list[Frame]:
    """The frames from the page to this one."""
    path = [frame]
    while path[0].parent is not None:
        path.insert(0, path[0].parent)
    return path
