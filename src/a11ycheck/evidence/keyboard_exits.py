"""Ways out of a place where the focus comes back: Tab, Shift+Tab, Escape, and keys that the page names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from a11ycheck.evidence.keyboard_walk import Walk

MOST_KEYS = 30
NAMED_KEYS = 4

_WORD = r"(?:esc(?:ape)?|enter|return|space|tab|home|end|f\d{1,2}|[a-z0-9])"
_COMBINATION = rf"((?:(?:ctrl|control|alt|option|shift|cmd|command|meta)\s*[-+ ]\s*)*{_WORD})"
_ADVICE = re.compile(
    rf"\b(?:press|use|hit|type|push)(?:ing)?\s+(?:on\s+)?(?:the\s+)?[\"'“‘<\[]?{_COMBINATION}\b[\"'”’>\]]?(?:[-\s]?key)?",
    re.IGNORECASE,
)
_LEAVING = re.compile(r"\b(?:exit|leave|escape|quit|out|away|close|continue|toggle|move|trap)", re.IGNORECASE)
_HELP = re.compile(r"\b(?:help|instruction|keyboard|shortcut|how to|exit|leave|close|quit)", re.IGNORECASE)
_EXPLAINS = re.compile(r"\b(?:instruction|keyboard|shortcut|how to|exit|leave)", re.IGNORECASE)
"""In the name of a control elsewhere on the page, which people met before they came here."""
_NAMES = {
    "ctrl": "Control", "control": "Control", "alt": "Alt", "option": "Alt", "shift": "Shift", "cmd": "Meta",
    "command": "Meta", "meta": "Meta", "esc": "Escape", "escape": "Escape", "enter": "Enter", "return": "Enter",
    "space": "Space", "tab": "Tab", "home": "Home", "end": "End",
}  # fmt: skip


@dataclass
class Trap:
    """Stops that Tab does not leave. `keys` is empty when Tab, given time, reached the end of the page.

    `left`: the focus is outside now and can go on from there.
    """

    keys: list[str]
    left: bool = False
    facts: dict[str, Any] = field(default_factory=dict)


def examine(walk: Walk, key: str) -> Trap | None:
    """Try to leave where the focus came back to `key`. None when Tab goes on to a new stop after all."""
    walk.patient = 1000
    try:
        return _examine(walk, key)
    finally:
        walk.patient, walk.pulled, walk.moved = 0, walk.pulled or walk.moved, False


def named_keys(text: str) -> list[str]:
    """Keys that a text names as a way out, as Playwright calls them: "Press Ctrl+M to leave" gives `Control+m`."""
    found = []
    for sentence in re.split(r"(?<=[.!?])\s|\n", text):
        if _LEAVING.search(sentence):
            found += [_playwright(match.group(1)) for match in _ADVICE.finditer(sentence)]
    return list(dict.fromkeys(found))[:NAMED_KEYS]


def _playwright(combination: str) -> str:
    parts = [part for part in re.split(r"\s*[-+ ]\s*", combination.strip().lower()) if part]
    return "+".join(_NAMES.get(part, part.upper() if re.fullmatch(r"f\d+", part) else part) for part in parts)


def _examine(walk: Walk, key: str) -> Trap | None:
    first = len(walk.stops)
    members = _members(walk, key)
    if len(walk.stops) > first:
        return None
    if members is None:
        return Trap([])
    out = _Ways(walk, members)
    backward = out.tries(lambda: walk.press("Shift+Tab"), len(members) + 2)
    escape = not backward and out.after("Escape")
    exits: list[tuple[str, bool]] = []
    if not backward and not escape:
        text = " ".join(frame.call("text") for frame in walk.frames.all)
        for keys in named_keys(text):
            exits.append((keys, out.after(keys)))
            if exits[-1][1]:
                break
    stops = [walk.stop(member) for member in members]
    helpers = [
        stop.key
        for stop in stops
        if _HELP.search(f"{stop.facts['place']['identity']['name']} {stop.facts['place']['html']}")
    ]
    helpers += [
        stop.key
        for stop in walk.stops
        if stop.key not in members and _EXPLAINS.search(stop.facts["place"]["identity"]["name"])
    ]
    return Trap(
        members,
        escape or any(leaves for _, leaves in exits),
        {
            "keys": members,
            "whole": len(members) >= walk.tabbable,
            "modal": all(stop.facts["dialog"] for stop in stops),
            "backward": backward,
            "escape": escape,
            "exits": [list(tried) for tried in exits],
            "help": helpers,
            "pulled": walk.pulled or walk.moved,
            "after_kept": any(kind in ("request", "socket") for kind, _ in walk.page.events),
        },
    )


def _members(walk: Walk, key: str) -> list[str] | None:
    """The stops that Tab goes round in; None when it reached the end of the page."""
    members = [key]
    way = []
    quiet = 0
    for _ in range(MOST_KEYS):
        now = walk.press("Tab")
        if now.left_page:
            walk.settle()
            now = walk.see()
            if now.left_page:
                return None
        way.append(now.key)
        if now.key and now.key not in members:
            members.append(now.key)
            quiet = 0
        else:
            quiet += 1
        if quiet > 2 * len(members) + 2:
            break
    settled = way[len(way) // 2 :]
    return [member for member in members if member in settled]


class _Ways:
    """Ways out of a trap; each starts inside it."""

    def __init__(self, walk: Walk, members: list[str]) -> None:
        self.walk = walk
        self.members = members

    def tries(self, press: Callable[[], Any], times: int) -> bool:
        """Whether pressing up to so many times leads out."""
        if not self._inside():
            return True
        for _ in range(times):
            press()
            if not self._inside():
                return True
        return False

    def after(self, keys: str) -> bool:
        """Whether these keys, alone or followed by Tab, lead out."""
        self.walk.page.page.keyboard.press(keys)
        self.walk.settle()
        return self.tries(lambda: self.walk.press("Tab"), len(self.members) + 1)

    def _inside(self) -> bool:
        now = self.walk.see()
        if now.left_page or not now.key:
            self.walk.settle()
            now = self.walk.see()
        return bool(now.key) and now.key in self.members
