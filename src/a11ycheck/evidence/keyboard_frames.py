"""The frames a walk goes through: one installed script in each, and who has the focus in the end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from a11ycheck.errors import ScriptError
from a11ycheck.evidence.base import Realm
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Json

DEPTH = 6


@cache
def _install() -> str:
    libraries = f"{{ look: {source('keyboard_look')}, seen: {source('keyboard_seen')} }}"
    return f"function () {{ return ({source('keyboard')})({source('locate')}, {libraries})(); }}"


@dataclass
class Frame:
    """A frame of the walk. `prefix` stands before its selectors; `offset` is where it stands in the viewport."""

    realm: Realm
    prefix: str
    number: int
    parent: Frame | None = None
    element: int = -1
    tabbable: int = 0

    def call(self, member: str, argument: Json = None) -> Any:
        """Call a function of `keyboard.js` in this frame."""
        return self.realm.evaluate(f"(argument) => globalThis.a11ycheckKeys.{member}(argument)", argument)

    @property
    def offset(self) -> tuple[float, float]:
        """Where the frame's viewport begins in that of the page."""
        if self.parent is None:
            return 0.0, 0.0
        x, y = self.parent.offset
        box = self.parent.call("box", self.element)
        return x + box[0], y + box[1]


class Frames:
    """All frames reached so far; the first is the page itself."""

    def __init__(self, root: Realm) -> None:
        self.all: list[Frame] = []
        self.root = self._enter(root, "", None, -1)

    @property
    def tabbable(self) -> int:
        """How many elements can take the focus, in the frames that were reached."""
        return sum(frame.tabbable for frame in self.all)

    def focused(self) -> tuple[Frame, dict[str, Any], list[dict[str, Any]]]:
        """The innermost frame with the focus, its answer, and the answers of the frames around it, outermost first."""
        frame = self.root
        outer: list[dict[str, Any]] = []
        answer = frame.call("stop")
        while answer.get("frame") and len(outer) < DEPTH:
            inner = self.child(frame, answer["id"])
            if inner is None:
                break
            within = inner.call("stop")
            if within["id"] is None:
                break
            outer.append(answer)
            frame, answer = inner, within
        return frame, answer, outer

    def child(self, frame: Frame, element: int) -> Frame | None:
        """The frame inside a frame element; None when it cannot be entered."""
        for known in self.all:
            if known.parent is frame and known.element == element:
                return known
        realm = frame.realm.child("(id) => globalThis.a11ycheckKeys.element(id)", element)
        if realm is None:
            return None
        try:
            selector = frame.realm.evaluate("(id) => globalThis.a11ycheckKeys.selector(id)", element)
            return self._enter(realm, f"{frame.prefix}{selector} >>> ", frame, element)
        except ScriptError:
            return None

    def _enter(self, realm: Realm, prefix: str, parent: Frame | None, element: int) -> Frame:
        frame = Frame(realm, prefix, len(self.all), parent, element)
        frame.tabbable = len(realm.evaluate(_install()))
        self.all.append(frame)
        return frame
