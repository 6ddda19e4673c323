"""What controls do when they are activated, and whether their state, their dialogs and their keys keep up with it.

Only at `--interact operate` are controls activated that look harmless, with real clicks and keys; below that they are listed.
What only the mouse reaches, by the walk with the keyboard, comes first. Shape:

- `operated`; `ended`: all | time | limit; `tried`, `likely`; `root`: the document's place
- `controls` [{place, kind: mouse|control, role, native, focusable, beside: something in its parent takes the focus, hint: its
  class says that it opens something, and it has no state, skipped: ""|level|disabled|submit|native|harm|hidden|time, effect:
  None|{came: [{selector, text, controls}], went, changed, inside, states: names of attributes that changed, renamed, live, focus:
  none|self|came|kept|elsewhere, visible, events: kinds, urls}, undone: click|key|None, again: None|{came, events}, twice, stays:
  it showed one thing in place of another and a second click did not undo it, stateless: it looked different after every other
  click, keys: None|{enter, space}, after_kept}]
- `dialogs` [{place, opener, role, name, modal, controls, focus, tab: the next Tab is inside, closed: escape|button|None, back:
  opener|none|elsewhere|None, after_kept}]
"""

from __future__ import annotations

import time
from functools import cache
from typing import Any

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Effort, Interact, Json

META = CollectorMeta(name="widgets", driving=True, mutates=True, acts_from=Interact.OPERATE, order=35)

MOST = {Effort.QUICK: 14, Effort.STANDARD: 14, Effort.THOROUGH: 40}
EACH = {Effort.QUICK: 6, Effort.STANDARD: 6, Effort.THOROUGH: 10}
"""Controls of one look, with different names, that are tried."""
SECONDS = {Effort.QUICK: 20.0, Effort.STANDARD: 20.0, Effort.THOROUGH: 30.0}
LOOKS = (60, 140, 300)
"""Milliseconds between the looks for something to happen."""
REST_MS = 400
"""How long the pointer rests on a control first, so that what comes with the pointer alone is there before the click."""
CALM_MS = 500
"""How long what came must stay to count as more than a message that passes."""
HAPPENED = ("navigation", "route", "popup", "dialog")


@cache
def _install() -> str:
    libraries = ", ".join(
        f"{name}: {source(script)}"
        for name, script in (
            ("shown", "shown"),
            ("look", "keyboard_look"),
            ("seen", "keyboard_seen"),
            ("states", "widget_states"),
        )
    )
    return f"function () {{ return ({source('widgets')})({source('locate')}, {{ {libraries} }}); }}"


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    page.realm.evaluate(_install())
    widgets = _Widgets(page)
    walk: Any = page.earlier.get("keyboard")
    mouse = [fact["place"]["selector"] for fact in walk["mouse"]] if walk else []
    found = widgets.call("find", {"mouse": mouse, "most": MOST[page.effort], "each": EACH[page.effort]})
    controls: list[dict[str, Any]] = found["controls"]
    operated = page.interact.rank >= Interact.OPERATE.rank
    ended, tried = "limit" if found["more"] else "all", 0
    until = time.monotonic() + SECONDS[page.effort]
    for number, control in enumerate(controls):
        control |= {
            "effect": None, "undone": None, "again": None, "stays": False, "twice": False, "stateless": False, "keys": None,
            "after_kept": False,
        }  # fmt: skip
        if not operated:
            control["skipped"] = control["skipped"] or "level"
        if control["skipped"]:
            continue
        if ended == "time" or time.monotonic() > min(until, page.deadline):
            ended = "time" if time.monotonic() > page.deadline else "limit"
            control["skipped"] = "time"
            continue
        tried += 1
        widgets.operate(number, control)
        if control["effect"]:
            del control["effect"]["look"]
    return {
        "operated": operated,
        "ended": ended if operated else "all",
        "tried": tried,
        "likely": len(controls) + found["more"],
        "root": found["root"],
        "controls": controls,
        "dialogs": widgets.dialogs,
    }


class _Widgets:
    """The controls of one page."""

    def __init__(self, page: PageAccess) -> None:
        self.page = page
        self.dialogs: list[dict[str, Any]] = []

    def call(self, member: str, argument: Json = None) -> Any:
        """Call a function of `widgets.js`."""
        return self.page.realm.evaluate(f"(argument) => globalThis.a11ycheckWidgets.{member}(argument)", argument)

    def operate(self, number: int, control: dict[str, Any]) -> None:
        """Activate one control, see what happens, undo it, and do it again."""
        control["after_kept"] = self._kept()
        point = self._at(number)
        if point is None:
            control["skipped"] = "hidden"
            return
        first = self._act(number, lambda: self.page.page.mouse.click(point["x"], point["y"]))
        control["effect"] = first
        if not first["happens"]:
            control["stateless"] = control["kind"] == "control" and self._looks_change(number, first["look"])
            return
        if first["dialog"]:
            facts = self._dialog(number)
            self.dialogs.append(facts)
            if facts["closed"] and control["kind"] == "mouse":
                again = self._click(number)
                control["twice"] = bool(again and again["dialog"])
                if control["twice"]:
                    self._close()
            return
        if first["events"]:
            control["again"], control["twice"] = self._led_again(number, first)
            return
        if not first["came"] and not first["went"] and not first["changed"] and not first["inside"]:
            return
        control["undone"], undone = self._undo(number, first)
        control["stays"] = bool(first["came"] and first["went"]) and _same(first, undone)
        again = self._click(number) if control["undone"] else None
        if again is None:
            return
        control["again"] = _told(again)
        control["twice"] = _same(first, again)
        if control["undone"] == "click" and not first["states"] and not first["renamed"]:
            control["stateless"] = first["look"] == again["look"] != undone["look"]
        self._undo(number, again)
        if control["focusable"] and not control["native"] and control["twice"]:
            control["keys"] = self._keys(number)

    def _led_again(self, number: int, first: dict[str, Any]) -> tuple[Json, bool]:
        """Click once more on what led elsewhere; the page itself was kept in place, or goes back to its route."""
        self._go_back(first)
        again = self._click(number)
        if again is None:
            return None, False
        self._go_back(again)
        return _told(again), _same(first, again)

    def _go_back(self, effect: dict[str, Any]) -> None:
        if "route" in effect["events"]:
            self.call("back")
            self.call("wait", CALM_MS)

    def _looks_change(self, number: int, first: str) -> bool:
        """Whether the second click changes the look of the control, and the third changes it back."""
        looks = [first]
        for _ in range(2):
            point = self.call("approach", number)
            if point is None:
                return False
            self.page.page.mouse.click(point["x"], point["y"])
            self.call("wait", LOOKS[1])
            effect = self.call("effect", number)
            looks.append(effect["look"])
            if effect["states"] or effect["renamed"]:
                return False
        return looks[0] == looks[2] != looks[1]

    def _at(self, number: int) -> dict[str, float] | None:
        point: dict[str, float] | None = self.call("approach", number)
        if point is None:
            return None
        self.page.page.mouse.move(point["x"], point["y"])
        self.call("wait", REST_MS)
        self.call("mark", number)
        return point

    def _act(self, number: int, act: Any) -> dict[str, Any]:
        seen = len(self.page.events)
        act()
        effect: dict[str, Any] = {}
        for pause in LOOKS:
            self.call("wait", pause)
            effect = self._effect(number, seen)
            if effect["happens"]:
                break
        if effect["came"]:
            self.call("wait", CALM_MS)
            effect = self._effect(number, seen)
        return effect

    def _effect(self, number: int, seen: int) -> dict[str, Any]:
        effect: dict[str, Any] = self.call("effect", number)
        effect["events"] = sorted({kind for kind, _ in self.page.events[seen:] if kind in HAPPENED})
        effect["urls"] = sorted({what for kind, what in self.page.events[seen:] if kind in HAPPENED[:3]})
        effect["happens"] = bool(
            effect["came"] or effect["went"] or effect["changed"] or effect["states"] or effect["renamed"]
            or effect["inside"] or effect["events"]
        )  # fmt: skip
        return effect

    def _click(self, number: int) -> dict[str, Any] | None:
        point = self._at(number)
        if point is None:
            return None
        return self._act(number, lambda: self.page.page.mouse.click(point["x"], point["y"]))

    def _undo(self, number: int, first: dict[str, Any]) -> tuple[str | None, dict[str, Any]]:
        """Bring the page back to how it was marked: by the same click, else by Escape. What did it, and what the click left."""
        point = self.call("approach", number)
        effect = first
        if point is not None:
            self.page.page.mouse.click(point["x"], point["y"])
            self.call("wait", LOOKS[-1])
            effect = self.call("effect", number)
            if not effect["came"] and not effect["went"]:
                return "click", effect
        self.page.page.keyboard.press("Escape")
        self.call("wait", LOOKS[-1])
        after = self.call("effect", number)
        return ("key" if not after["came"] and not after["went"] else None), effect

    def _keys(self, number: int) -> dict[str, bool]:
        """Whether Enter and Space do anything at all on a control that a click works on."""
        works = {}
        for name, key in (("enter", "Enter"), ("space", "Space")):
            self.call("mark", number)
            if not self.call("focus", number):
                return {"enter": True, "space": True}
            effect = self._act(number, lambda key=key: self.page.page.keyboard.press(key))
            works[name] = bool(effect["happens"])
            if effect["happens"]:
                self.page.page.keyboard.press(key)
                self.call("wait", LOOKS[-1])
        return works

    def _dialog(self, number: int) -> dict[str, Any]:
        """What an opened dialog does with the focus, until it is closed again."""
        self.call("wait", CALM_MS)
        facts: dict[str, Any] = self.call("dialog", number)
        facts |= {"tab": facts["focus"], "closed": None, "back": None, "after_kept": self._kept()}
        if not facts["focus"]:
            self.page.page.keyboard.press("Tab")
            self.call("wait", 100)
            facts["tab"] = self.call("inDialog")
        facts["closed"] = self._close()
        if facts["closed"] and facts["tab"]:
            facts["back"] = self.call("focusBack", number)
        return facts

    def _close(self) -> str | None:
        """Close the dialog that is open; returns what did it."""
        self.page.page.keyboard.press("Escape")
        self.call("wait", CALM_MS)
        if not self.call("open"):
            return "escape"
        closer = self.call("closer")
        if closer:
            self.page.page.mouse.click(closer["x"], closer["y"])
            self.call("wait", CALM_MS)
        return "button" if closer and not self.call("open") else None

    def _kept(self) -> bool:
        return any(kind in ("request", "socket") for kind, _ in self.page.events)


def _told(effect: dict[str, Any]) -> Json:
    return {"came": [each["text"] for each in effect["came"]], "events": effect["events"]}


def _same(first: dict[str, Any], again: dict[str, Any]) -> bool:
    """The control did the same thing both times: the same came up, or it led to the same place."""
    if first["urls"]:
        return bool(first["urls"] == again["urls"])
    if first["came"]:
        return {each["text"] for each in first["came"]} == {each["text"] for each in again["came"]}
    return bool(first["went"] and first["went"] == again["went"])
