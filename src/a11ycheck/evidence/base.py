"""What a collector is, and the help it gets as arguments.

A collector is a module in this package (or an entry point of the group `a11ycheck.collectors`) with a `META` and a
function `collect(page: PageAccess) -> Json`. What it returns is stored, so it is plain data and holds no secrets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from a11ycheck.model import Effort, Interact, Json, Variant

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Realm(Protocol):
    """A JavaScript world in one frame of the page, out of reach of the page's own scripts where possible."""

    @property
    def url(self) -> str:
        """The frame's URL."""

    @property
    def axe_source(self) -> str:
        """The text of the axe-core that `load_axe` loads, with its locale."""

    def evaluate(self, function: str, argument: Json = None) -> Any:
        """Call a JavaScript function expression with one plain-data argument; awaits promises; returns plain data.

        Raises `NotAuditedError` when the page went away, `ScriptError` when the function threw.
        """

    def child(self, function: str, argument: Json = None) -> Realm | None:
        """The realm inside the frame element that the function returns; None when it cannot be entered."""

    def load_axe(self) -> None:
        """Make `axe` available in this realm; does nothing when it already is."""


@dataclass(frozen=True)
class PageAccess:
    """All that a collector may use.

    `page`: the Playwright page. `realm`: the main frame's world. `variant`: how the page is shown. `interact`: how far
    driving may go. `deadline`: `time.monotonic()` value by which the collector should have stopped and said so.
    `earlier`: evidence that
    collectors before this one brought home from the same page. `effort`: how deep to look. `repeats`: as in `Visit`.
    `events`: grows with what the driven page tries, as (kind, URL or message): `request` and `socket` were kept from
    leaving, `navigation`, `route`, `popup` and `dialog` happened or were held.
    """

    page: Page
    realm: Realm
    variant: Variant
    interact: Interact
    deadline: float
    earlier: Mapping[str, Json] = field(default_factory=dict)
    effort: Effort = Effort.STANDARD
    events: Sequence[tuple[str, str]] = ()
    repeats: str = ""


@dataclass(frozen=True)
class CollectorMeta:
    """The declaration at the top of a collector.

    `name` is the key in the evidence. `effort`: the lowest `--effort` at which it runs. `driving`: it acts on the page
    (phase 2, sampled pages only). `mutates`: the page may not be as found afterwards, so what follows gets a fresh load
    unless the page proves to be as it was. `acts_from`: the lowest `--interact` at which one that mutates presses, types
    or points; None when it does not. `needs_untouched`: it must see the page with its motion left alone.
    `order`: low runs first. `interact`: the lowest `--interact` at which it runs.
    """

    name: str
    effort: Effort = Effort.STANDARD
    driving: bool = False
    mutates: bool = False
    acts_from: Interact | None = Interact.OBSERVE
    needs_untouched: bool = False
    order: int = 50
    variants: frozenset[str] = frozenset()
    interact: Interact = Interact.OBSERVE


class Collector(Protocol):
    """A module that collects one kind of evidence.

    One that mutates may also have a function `unneeded(page: PageAccess) -> Json | None` that only reads: what `collect`
    would bring home from a page that holds nothing for it, so that it needs no load; None where the page does.
    """

    META: CollectorMeta

    def collect(self, page: PageAccess) -> Json:
        """Collect from the page as it stands."""


def collectors() -> Iterator[Collector]:
    """All collectors, found by scanning this package and the entry points, in running order."""
    from a11ycheck.discovery import modules

    yield from sorted(modules(__package__, "a11ycheck.collectors", "META"), key=lambda m: (m.META.order, m.META.name))
