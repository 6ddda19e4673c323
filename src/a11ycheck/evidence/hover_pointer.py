"""The pointer on one page: it rests on a trigger, moves onto what came, stays, and Escape is pressed."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import Any

from a11ycheck.evidence.base import PageAccess
from a11ycheck.evidence.hover_pixels import changed_box, picture
from a11ycheck.model import Effort, Json

WATCH = {Effort.QUICK: 2.5, Effort.STANDARD: 2.5, Effort.THOROUGH: 5.5}
"""How long content is watched while the pointer rests."""
LOOKS = {"style": (50, 200), "listener": (50, 200, 400), "attribute": (50, 200, 400), "any": (50, 250)}
"""Milliseconds between the looks for something to come."""
GOING = (50, 100, 150, 300, 600)
"""Milliseconds between the looks for something to go."""
STAYS_MS = 600
STEP, STEP_MS = 10.0, 12
"""CSS px between two positions of the moving pointer, and the time for each: some 800 px a second."""


@dataclass
class Shown:
    """A trigger that brings up something."""

    number: int
    looks: tuple[int, ...]
    focus: bool
    facts: dict[str, Any] = field(default_factory=dict)


class Pointer:
    """The pointer on one page."""

    def __init__(self, page: PageAccess) -> None:
        self.page = page
        self.shown: list[Shown] = []
        self._kinds: set[tuple[str, ...]] = set()

    def call(self, member: str, argument: Json = None) -> Any:
        """Call a function of `hover.js`."""
        return self.page.realm.evaluate(f"(argument) => globalThis.a11ycheckHover.{member}(argument)", argument)

    def examine(self, number: int, trigger: dict[str, Any]) -> None:
        """See what the pointer on one trigger brings; measure it unless the like of it was measured before."""
        looks = LOOKS[trigger["cause"]]
        trial = Shown(number, looks, trigger["focus"])
        point = self._ready(number)
        if point is None:
            return
        came = self._point_at(trial, point)
        if not came and not trigger["focus"]:
            return
        if not came:
            self._by_focus_alone(trial, trigger)
            return
        facts = self.call("describe", number)
        kind = (trigger["cause"], trigger["kind"], (facts["content"] or facts["place"])["identity"]["signature"])
        if kind in self._kinds or (facts["within"] and len(facts["text"]) <= 2):
            return
        self._kinds.add(kind)
        box = facts["box"]
        if facts["generated"]:
            full = picture(self.page.page)
            self._rest()
            self._goes(number)
            bare = picture(self.page.page)
            self._point_at(trial, point)
            box = facts["box"] = changed_box(full, bare, facts["trigger"])
        self.call("cover", {"n": number, "box": box if facts["generated"] else None})
        facts |= {
            "focusable": trigger["focusable"], "hoverable": None, "vanished": None, "twice": False, "watched": 0.0,
            "escape": None, "focus": None, "again": False, "covers": [], "after_kept": self._kept(),
        }  # fmt: skip
        trial.facts = facts
        self._rest()
        facts["leaves"] = self._goes(number)
        facts["covers"] = self.call("covered")
        if facts["leaves"]:
            facts["again"] = self._point_at(trial, point)
        if facts["again"]:
            self._hoverable(trial, point)
            self._persistent(trial, point)
        self.shown.append(trial)
        if trigger["focusable"]:
            self._on_focus(trial)

    def dismiss_all(self) -> None:
        """Press Escape on each thing shown. Last, since the page may answer that key in other ways too."""
        for trial in self.shown:
            facts = trial.facts
            if time.monotonic() > self.page.deadline:
                return
            if facts["again"] and facts["covers"]:
                facts["escape"] = self._dismissed(trial)
        for trial in self.shown:
            focus = trial.facts["focus"]
            if focus and focus["shows"] and focus["covers"] and time.monotonic() < self.page.deadline:
                focus["escape"] = self._dismissed_focus(trial)

    def _ready(self, number: int) -> dict[str, float] | None:
        self._rest()
        point: dict[str, float] | None = self.call("approach", number)
        if point is not None:
            self.call("mark", number)
        return point

    def _rest(self) -> None:
        at = self.call("neutral")
        self.page.page.mouse.move(at["x"], at["y"])

    def _point_at(self, trial: Shown, point: dict[str, float]) -> bool:
        self.page.page.mouse.move(point["x"] - 1, point["y"])
        self.page.page.mouse.move(point["x"], point["y"])
        return self._comes(trial)

    def _comes(self, trial: Shown) -> bool:
        for pause in trial.looks:
            self.call("wait", pause)
            seen = self.call("appeared", trial.number)
            if seen["contents"] or seen["ghosts"]:
                self.call("wait", pause)
                seen = self.call("appeared", trial.number)
                return bool(seen["contents"] or seen["ghosts"])
        return False

    def _goes(self, number: int) -> bool:
        for pause in GOING:
            self.call("wait", pause)
            if not self.call("present", number):
                return True
        return False

    def _hoverable(self, trial: Shown, point: dict[str, float]) -> None:
        """Move the pointer onto the content, at ordinary speed and at once."""
        facts, stayed = trial.facts, []
        for at_once in (False, True):
            box = facts["box"] if facts["generated"] else None
            onto = self.call("onto", {"n": trial.number, "from": point, "box": box})
            if onto is None:
                return
            self._move(point, onto["via"], at_once=True)
            self._move(onto["via"], onto, at_once=at_once)
            self.call("wait", STAYS_MS)
            stayed.append(self.call("present", trial.number))
            self._rest()
            if not self._goes(trial.number) or not self._point_at(trial, point):
                break
        if stayed == [False, False]:
            facts["hoverable"] = "no"
        elif stayed and all(stayed):
            facts["hoverable"] = "yes"
        elif stayed:
            facts["hoverable"] = "sometimes"

    def _move(self, start: dict[str, float], end: dict[str, float], *, at_once: bool) -> None:
        far = math.hypot(end["x"] - start["x"], end["y"] - start["y"])
        steps = 1 if at_once else max(2, min(40, round(far / STEP)))
        for step in range(1, steps + 1):
            part = step / steps
            self.page.page.mouse.move(
                start["x"] + (end["x"] - start["x"]) * part, start["y"] + (end["y"] - start["y"]) * part
            )
            if not at_once:
                self.call("wait", STEP_MS)

    def _persistent(self, trial: Shown, point: dict[str, float]) -> None:
        """Let the pointer rest and see whether the content goes by itself."""
        facts = trial.facts
        if facts["cause"] == "style" and self.page.effort is not Effort.THOROUGH:
            return
        for attempt in range(2):
            self._rest()
            if not self._goes(trial.number) or not self._point_at(trial, point):
                return
            began = time.monotonic()
            went = None
            while went is None and time.monotonic() - began < WATCH[self.page.effort]:
                self.call("wait", 250)
                if not self.call("present", trial.number) and not self.call("anything"):
                    went = round(time.monotonic() - began, 1)
            facts["watched"] = WATCH[self.page.effort]
            if attempt:
                facts["twice"] = went is not None
            elif went is None:
                return
            else:
                facts["vanished"] = went

    def _on_focus(self, trial: Shown) -> None:
        self._rest()
        self._goes(trial.number)
        trial.facts["focus"] = self._focused(trial)

    def _focused(self, trial: Shown) -> dict[str, Any] | None:
        self.call("blur")
        self.page.page.keyboard.press("Shift")
        if self.call("approach", trial.number) is None:
            return None
        self.call("mark", trial.number)
        if not self.call("focus", trial.number):
            return None
        shows = self._comes(trial)
        covers: list[Json] = []
        if shows:
            facts = trial.facts or self.call("describe", trial.number)
            self.call("cover", {"n": trial.number, "box": facts["box"] if facts["generated"] else None})
        self.call("blur")
        if shows:
            if not self._goes(trial.number):
                return {"shows": True, "escape": None, "covers": []}
            covers = self.call("covered")
        return {"shows": shows, "escape": None, "covers": covers}

    def _by_focus_alone(self, trial: Shown, trigger: dict[str, Any]) -> None:
        self.call("blur")
        self.page.page.keyboard.press("Shift")
        self.call("mark", trial.number)
        if not self.call("focus", trial.number) or not self._comes(trial):
            self.call("blur")
            return
        facts = self.call("describe", trial.number)
        kind = ("focus", trigger["kind"], (facts["content"] or facts["place"])["identity"]["signature"])
        self.call("blur")
        self._goes(trial.number)
        if kind in self._kinds or facts["generated"] or (facts["within"] and len(facts["text"]) <= 2):
            return
        self._kinds.add(kind)
        trial.facts = facts | {
            "focusable": True, "hoverable": None, "vanished": None, "twice": False, "watched": 0.0, "escape": None,
            "again": False, "leaves": False, "covers": [], "after_kept": self._kept(),
        }  # fmt: skip
        trial.facts["focus"] = self._focused(trial)
        self.shown.append(trial)

    def _dismissed(self, trial: Shown) -> str | None:
        """Press Escape while the pointer rests; tried again before saying no."""
        for _ in range(2):
            point = self._ready(trial.number)
            if point is None or not self._point_at(trial, point):
                return None
            if self._escapes(trial):
                return "yes"
        return "no"

    def _dismissed_focus(self, trial: Shown) -> str | None:
        self._rest()
        self.call("blur")
        if self.call("approach", trial.number) is None:
            return None
        self.call("mark", trial.number)
        if not self.call("focus", trial.number) or not self._comes(trial):
            return None
        dismissed = self._escapes(trial)
        self.call("blur")
        return "yes" if dismissed else "no"

    def _escapes(self, trial: Shown) -> bool:
        self.page.page.keyboard.press("Escape")
        for pause in (100, 300):
            self.call("wait", pause)
            if not self.call("present", trial.number):
                return True
        return False

    def _kept(self) -> bool:
        return any(kind in ("request", "socket") for kind, _ in self.page.events)
