"""What a screen reader should say of a page: a script to test by, made from the accessibility tree that a run kept.

The tree says what the browser hands over. What a screen reader makes of it only a test tells, so what was heard is recorded
beside it, as verdicts on the subject `heard`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck.model import Json, short_hash

_COMMON = "button checkbox combobox link listbox radio searchbox slider spinbutton switch textbox"
CONTROLS = frozenset(
    (_COMMON + " disclosuretriangle menuitem menuitemcheckbox menuitemradio option tab treeitem").split()
)
LANDMARKS = frozenset(["banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"])
MESSAGES = frozenset(["alert", "alertdialog", "dialog", "status", "log", "timer"])
MOST = 150
CRITERIA = ("1.1.1", "1.3.1", "2.4.3", "2.4.4", "2.4.6", "2.5.3", "3.3.1", "3.3.2", "4.1.2", "4.1.3")
"""Criteria that what is heard bears on."""


@dataclass(frozen=True)
class Expected:
    """One thing that should be announced. `key` stays the same on the page as long as role and name do."""

    key: str
    kind: str
    role: str
    name: str
    states: tuple[str, ...]
    description: str
    level: int | None


NEVER_SAID = frozenset({("combobox", "opens a menu")})
"""States of a role that the browser hands out, as of every native select, and that no screen reader says of it."""


def script(reading: Json) -> tuple[Expected, ...]:
    """Controls, headings, landmarks, images and messages in reading order, at most 150.

    `reading`: evidence of the collector of that name. Controls inside a list box or tree are left out but for the first ten.
    """
    return tuple(_expected(reading["nodes"]))[:MOST]


def _expected(nodes: list[Json]) -> Iterator[Expected]:
    seen: Counter[tuple[str, str]] = Counter()
    for node in nodes:
        role, name = node["role"], node.get("name", "")
        kind = _kind(role, name)
        if not kind or (role in ("option", "treeitem") and seen["", role] >= 10):
            continue
        seen[role, name] += 1
        seen["", role] += 1
        key = short_hash(role, name, str(seen[role, name]))
        states = tuple(state for state in node.get("states", ()) if (role, state) not in NEVER_SAID)
        yield Expected(key, kind, role, name, states, node.get("description", ""), node.get("level"))


def _kind(role: str, name: str) -> str:
    if role in CONTROLS:
        return "control"
    if role in LANDMARKS:
        return "" if role in ("form", "region") and not name else "landmark"
    if role in MESSAGES:
        return "message"
    return role if role == "heading" or (role == "image" and name) else ""
