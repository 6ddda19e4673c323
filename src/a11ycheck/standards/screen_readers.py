"""Screen readers and how they word roles and states, as far as that is the same from page to page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from a11ycheck.standards.datafiles import read_toml

SILENT = frozenset({"focusable", "modal"})
"""States of the tree that no screen reader says."""


@dataclass(frozen=True)
class ScreenReader:
    """One screen reader. `order`: how name, role, states and description follow each other; `how`: the keys to use."""

    id: str
    name: str
    system: str
    browser: str
    how: str
    order: str
    roles: Mapping[str, str]
    states: Mapping[str, str]

    def announcement(
        self, role: str, name: str, *, states: Iterable[str] = (), description: str = "", level: int | None = None
    ) -> str:
        """What it says of an element, roughly: the wording depends on version, verbosity and mode."""
        said = (
            self.states.get(state, state) for state in states if state not in SILENT and not state.startswith("live")
        )
        parts = {
            "name": name,
            "role": self.roles.get(role, role).format(level=level or 2),
            "states": ", ".join(filter(None, said)) if "," in self.order else " ".join(filter(None, said)),
            "description": description,
        }
        mark = ", " if "," in self.order else " "
        return mark.join(text for key in self.order.replace(",", "").split() if (text := parts[key.strip("{}")]))


@cache
def screen_readers() -> dict[str, ScreenReader]:
    """All of them by id: nvda, jaws, voiceover."""
    return {name: ScreenReader(id=name, **record) for name, record in read_toml("screen_readers.toml").items()}
