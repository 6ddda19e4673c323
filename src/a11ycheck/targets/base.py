"""What a page source is, and what it yields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from a11ycheck.config import Config
from a11ycheck.targets.site import Site

Serve = Callable[[Path], Site]
"""Starts a server for a folder, or returns the one that already serves it."""


@dataclass(frozen=True)
class Found:
    """The pages of one target, in order, normalised but not yet collapsed or filtered.

    `site` is the served folder they are in, None for live pages. `skipped` counts what was left aside per reason,
    `collapsed` the second names of a page; `problems` are sentences on what could not be read and may hide pages: a run
    that has one is incomplete.
    """

    urls: tuple[str, ...]
    site: Site | None = None
    skipped: Counter[str] = field(default_factory=Counter)
    collapsed: int = 0
    problems: tuple[str, ...] = ()


class PageSource(Protocol):
    """A module that turns one kind of target into pages."""

    RANK: int

    def accepts(self, given: str) -> bool:
        """Whether this source is the one for the target as given."""

    def find(self, given: str, config: Config, serve: Serve) -> Found:
        """The pages. Raises `UsageError` for a target that is wrong, `NothingToAuditError` for one that is empty."""
