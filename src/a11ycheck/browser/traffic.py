"""Knows which requests of a page are under way, so that a flow can wait until the network is quiet, and a page for its data."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

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

        Returns whether there was something to wait for; None when it did not all come.
        """
        waited = False
        while awaited := self._awaited():
            if time.monotonic() > until:
                self._streams.update(map(_address, awaited))
                return None
            waited = True
            self._page.wait_for_timeout(50)
        return waited

    def forget(self) -> None:
        """Forget what is under way: the page was left."""
        self._running.clear()

    def _awaited(self) -> list[Request]:
        return [
            request
            for request in self._running
            if request.resource_type in FILLING and _address(request) not in self._streams
        ]

    def _began(self, request: Request) -> None:
        if request.resource_type not in ENDLESS:
            self._running.add(request)
            self._changed = time.monotonic()

    def _ended(self, request: Request) -> None:
        self._running.discard(request)
        self._changed = time.monotonic()


def _address(request: Request) -> str:
    return request.url.partition("?")[0]
