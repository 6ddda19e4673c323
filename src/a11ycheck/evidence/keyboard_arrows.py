"""Composite widgets that have one place in the order of the Tab key: which of their parts the arrow keys reach.

Native radio buttons and lists are left out, since the browser moves in them, and so are `role="radio"` groups unless controls
may be activated: their arrow keys choose.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from a11ycheck.evidence.scripts import source
from a11ycheck.model import Interact, Json

if TYPE_CHECKING:
    from a11ycheck.evidence.keyboard_walk import Walk

LEVEL = frozenset({"tablist", "menubar", "toolbar", "grid"})
"""Roles whose parts stand side by side unless they say otherwise."""
PRESSES = 12
WAIT_MS = 30
BACK = {"ArrowDown": "ArrowUp", "ArrowRight": "ArrowLeft"}
SHOWN = 3
"""Parts out of reach that are named."""


@cache
def _install() -> str:
    return f"function () {{ return ({source('keyboard_arrows')})({source('locate')})(); }}"


def composites(walk: Walk) -> list[dict[str, Any]]:
    """`composites` as in `evidence.keyboard`; in the page's own document and its open shadow roots."""
    realm = walk.page.realm
    found: list[dict[str, Any]] = realm.evaluate(_install())
    chosen = []
    for number, one in enumerate(found):
        if one["role"] == "radiogroup" and walk.page.interact.rank < Interact.OPERATE.rank:
            continue
        reached = set(one.pop("tabbed"))
        tried: list[str] = []
        whole = True
        if one["enters"]:
            for key in _keys(one):
                if walk.out_of_time:
                    whole = False
                    break
                tried.append(key)
                reached |= _press(walk, number, key, one["parts"])
                if 0 < len(reached) < one["parts"] <= PRESSES:
                    reached |= _press(walk, number, BACK[key], one["parts"])
                if len(reached) > 1 and one["role"] != "grid":
                    break
        left = [part for part in range(one["parts"]) if part not in reached]
        far = one["parts"] > PRESSES and len(reached) > PRESSES // 2
        one |= {"keys": tried, "reached": len(reached), "whole": whole}
        one["unreached"] = [
            _call(walk, "part", {"n": number, "part": part}) for part in ([] if far else left[:SHOWN])
        ]  # fmt: skip
        del one["upright"]
        chosen.append(one)
    return chosen


def _keys(one: dict[str, Any]) -> tuple[str, ...]:
    if one["role"] == "grid":
        return ("ArrowRight", "ArrowDown")
    level = one["role"] in LEVEL and not one["upright"]
    return ("ArrowRight", "ArrowDown") if level else ("ArrowDown", "ArrowRight")


def _press(walk: Walk, number: int, key: str, parts: int) -> set[int]:
    """The parts that this key leads to, pressed again and again."""
    reached: set[int] = set()
    if not _call(walk, "enter", number):
        return reached
    reached.add(_call(walk, "at", number))
    for _ in range(min(parts, PRESSES)):
        walk.page.page.keyboard.press(key)
        _call(walk, "wait", WAIT_MS)
        at = _call(walk, "at", number)
        if at < 0 or at in reached:
            break
        reached.add(at)
    return reached - {-1}


def _call(walk: Walk, member: str, argument: Json) -> Any:
    return walk.page.realm.evaluate(f"(argument) => globalThis.a11ycheckArrows.{member}(argument)", argument)
