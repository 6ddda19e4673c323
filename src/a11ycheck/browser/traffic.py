"""Knows which requests of a page are under way, so that a flow can wait until the network is quiet, and a page for its data."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.browser.sockets import Sockets

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

QUIET_SECONDS = 0.5
ENDLESS = ("eventsource", "websocket", "media", "ping")
FILLING = ("xhr", "fetch", "script")
"""Kinds of requests whose answers a page still has to show."""


class Traffic:
    """Counts a page's requests from its creation on; streams that never end are left aside.

    `streams`: addresses of requests that once had no end, shared by the pages of a session: nobody waits for them again.
    """

    def __init__(self, page: Page, streams: set[str]) -> None:
        self._page = page
        self._streams = streams
        self._running: set[Request] = set()
        self._changed = time.monotonic()
        self._sockets = Sockets(page, streams)
        page.on("request", self._began)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)

    def wait_until_quiet(self, seconds: float) -> None:
        """Return once nothing was under way for half a second. Raises Playwright's `TimeoutError` after `seconds`."""
        until = time.monotonic() + seconds
        while self._running or time.monotonic() - self._changed < QUIET_SECONDS:
            if time.monotonic() > until:
                raise PlaywrightTimeoutError(f"{len(self._running)} requests are still under way")
            self._page.wait_for_timeout(50)

    def wait_for_answers(self, until: float) -> bool | None:
        """Wait for the data and scripts that the page asked for, until a time of the monotonic clock.

        Returns whether there was something to wait for; None when it did not all come. A WebSocket that goes on talking is
        one that always does: that is no reason to doubt the page.
        """
        waited = False
        while (awaited := self._awaited()) | (bringing := self._sockets.bringing()):
            if time.monotonic() > until:
                self._streams.update(awaited | bringing)
                return None if awaited else waited
            waited = True
            self._page.wait_for_timeout(50)
        return waited

    def forget(self) -> None:
        """Forget what is under way: the page was left."""
        self._running.clear()
        self._sockets.forget()

    def _awaited(self) -> set[str]:
        filling = {_address(request) for request in self._running if request.resource_type in FILLING}
        return filling - self._streams

    def _began(self, request: Request) -> None:
        if request.resource_type not in ENDLESS:
            self._running.add(request)
            self._changed = time.monotonic()

    def _ended(self, request: Request) -> None:
        self._running.discard(request)
        self._changed = time.monotonic()


def _address(request: Request) -> str:
    return request.url.partition("?")[0]
