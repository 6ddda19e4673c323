"""The loads of one driving visit: each collector gets a page as loaded, shared where nothing can stick to it.

Who only watches motion comes first, on a page whose motion is left alone. The page is settled then, and those that leave it
as found share it. At `observe` one that acts gets that page after them if it is as it was, to the eye of
`browser.as_found`, and nothing else happened meanwhile; nobody that acts gets it after that. Above `observe`, where more of
them act, each one that may change the page has a load of its own.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.as_found import Look, look_at
from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import ANSWERS_SECONDS
from a11ycheck.browser.realm import IsolatedRealm
from a11ycheck.browser.session import BrowserSession, OpenPage
from a11ycheck.browser.settle import settle
from a11ycheck.errors import NotAuditedError, ScriptError
from a11ycheck.evidence.base import Collector
from a11ycheck.model import Interact, PageFacts, Variant


@dataclass
class Loaded:
    """A page as one load brought it. `found`: how it was then, or when it was settled; `untouched`: its motion is left alone.

    `mutated`: a collector had it that may change pages; `acted`: one pressed keys or moved the pointer; `looked`: none of
    those had it since its content was last seen to be as found.
    """

    opened: OpenPage
    realm: IsolatedRealm
    facts: PageFacts
    hands_off: HandsOff
    untouched: bool
    found: Look | None
    mutated: bool = False
    acted: bool = False
    looked: bool = False

    def has_its_content(self) -> bool:
        """Whether its content is as found."""
        if not self.looked:
            now = self.found and look_at(self.realm)
            self.looked = bool(now and self.found and now.content == self.found.content)
        return self.looked

    def is_as_found(self) -> bool:
        """Whether all that can be seen of it is as found, and nothing happened."""
        return self.found is not None and look_at(self.realm) == self.found and not self.hands_off.events


Arrive = Callable[[OpenPage, bool], tuple[IsolatedRealm, PageFacts]]
"""Brings an open page to the target; the second argument is whether motion is left alone."""


def running_order(chosen: Sequence[Collector], interact: Interact) -> list[Collector]:
    """Who watches motion, those that leave the page as found, the others on a settled page, those that need motion."""

    def place(collector: Collector) -> int:
        meta = collector.META
        if not meta.mutates:
            return 1
        if not meta.needs_untouched:
            return 2
        return 3 if acts(collector, interact) else 0

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
        self._facts = PageFacts()
        self._untouched = False
        self.last: Loaded | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @property
    def facts(self) -> PageFacts:
        """What the page is; where it was loaded without being settled, from then, as settling tells what is not asked here."""
        return self._facts

    def page_for(self, collector: Collector) -> Loaded:
        """The page that a collector may have: the one that is open, or a fresh load. Raises `NotAuditedError`."""
        acting = acts(collector, self._interact)
        if self.last is None or not self._may_have(self.last, collector, acting=acting):
            self.last = self._load(untouched=collector.META.needs_untouched, hold=acting)
        self.last.mutated |= collector.META.mutates
        self.last.acted |= acting
        self.last.looked &= not acting
        return self.last

    def _load(self, *, untouched: bool, hold: bool) -> Loaded:
        self._stack.close()
        opened = self._stack.enter_context(self._session.page(self._variant, fresh=True, anonymous=self._anonymous))
        realm, facts = self._arrive(opened, untouched)
        if untouched or not self._untouched:
            self._facts, self._untouched = facts, untouched
        self._session.requests.settle()
        hands_off = HandsOff(opened.page, opened.session)
        hands_off.watch()
        if hold or not untouched:
            self._hold(hands_off)
        return Loaded(opened, realm, facts, hands_off, untouched, look_at(realm))

    def _hold(self, hands_off: HandsOff) -> None:
        hands_off.begin(submitting=self._interact is Interact.SUBMIT)

    def _may_have(self, page: Loaded, collector: Collector, *, acting: bool) -> bool:
        if page.untouched and not collector.META.needs_untouched:
            return not page.acted and page.is_as_found() and self._settled(page)
        if not collector.META.mutates and not page.mutated:
            return True
        if page.untouched != collector.META.needs_untouched or self._interact is not Interact.OBSERVE:
            return False
        return page.has_its_content() if not acting else not page.acted and page.is_as_found()

    def _settled(self, page: Loaded) -> bool:
        """Settle a page whose motion was left alone so far; false when it went away."""
        until = time.monotonic() + ANSWERS_SECONDS
        try:
            settle(page.realm)
            while page.opened.traffic.wait_for_answers(until):
                settle(page.realm)
        except (NotAuditedError, ScriptError, PlaywrightError):
            return False
        self._hold(page.hands_off)
        page.untouched, page.mutated, page.found = False, False, look_at(page.realm)
        return True
