"""The loads of one driving visit: each collector gets a page as loaded, shared where nothing can stick to it.

Collectors that leave the page as found share one. One that acts gets that page after them if it is as it was when it was
loaded, to the eye of `browser.as_found`, and nothing else happened meanwhile; nobody that acts gets it after that. Above
`observe`, where more of them act, each one that may change the page has a load of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from a11ycheck.browser.as_found import Look, look_at
from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.realm import IsolatedRealm
from a11ycheck.browser.session import BrowserSession, OpenPage
from a11ycheck.evidence.base import Collector
from a11ycheck.model import Interact, PageFacts, Variant


@dataclass
class Loaded:
    """A page as one load brought it. `found`: how it was then; `acted`: a collector pressed keys or moved the pointer."""

    opened: OpenPage
    realm: IsolatedRealm
    facts: PageFacts
    hands_off: HandsOff
    untouched: bool
    found: Look | None
    mutated: bool = False
    acted: bool = False


Arrive = Callable[[OpenPage, bool], tuple[IsolatedRealm, PageFacts]]
"""Brings an open page to the target; the second argument is whether motion is left alone."""


def running_order(chosen: Sequence[Collector], interact: Interact) -> list[Collector]:
    """Those that leave the page as found, then the others by the load they need, those that only look on first."""

    def place(collector: Collector) -> tuple[bool, bool, bool]:
        meta = collector.META
        return meta.mutates, meta.mutates and meta.needs_untouched, meta.needs_untouched and acts(collector, interact)

    return sorted(chosen, key=place)


def acts(collector: Collector, interact: Interact) -> bool:
    """Whether a collector that may change the page presses, types or points at this level, and does not only look on."""
    meta = collector.META
    return meta.mutates and meta.acts_from is not None and interact.rank >= meta.acts_from.rank


class Loads:
    """Opens pages as collectors need them. A context manager; closes the last one."""

    def __init__(
        self, session: BrowserSession, variant: Variant, arrive: Arrive, interact: Interact, *, anonymous: bool = False
    ) -> None:
        self._session = session
        self._variant = variant
        self._arrive = arrive
        self._interact = interact
        self._anonymous = anonymous
        self._stack = contextlib.ExitStack()
        self.last: Loaded | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def page_for(self, collector: Collector) -> Loaded:
        """The page that a collector may have: the one that is open, or a fresh load. Raises `NotAuditedError`."""
        if self.last is None or not self._may_have(self.last, collector):
            self.last = self._load(untouched=collector.META.needs_untouched)
        self.last.mutated |= collector.META.mutates
        self.last.acted |= acts(collector, self._interact)
        return self.last

    def _load(self, *, untouched: bool) -> Loaded:
        self._stack.close()
        opened = self._stack.enter_context(self._session.page(self._variant, fresh=True, anonymous=self._anonymous))
        realm, facts = self._arrive(opened, untouched)
        self._session.requests.settle()
        hands_off = HandsOff(opened.page, opened.session)
        hands_off.begin(submitting=self._interact is Interact.SUBMIT)
        found = look_at(realm) if self._interact is Interact.OBSERVE else None
        return Loaded(opened, realm, facts, hands_off, untouched, found)

    def _may_have(self, page: Loaded, collector: Collector) -> bool:
        if not collector.META.mutates and not page.mutated:
            return True
        acting = acts(collector, self._interact)
        if page.found is None or page.untouched != collector.META.needs_untouched or (acting and page.acted):
            return False
        now = look_at(page.realm)
        if now is None or now.content != page.found.content:
            return False
        return not acting or (now.place == page.found.place and not page.hands_off.events)
