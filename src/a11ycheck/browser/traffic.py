"""Knows which requests of a page are under way, so that a flow can wait until the network is quiet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

QUIET_SECONDS = 0.5
ENDLESS = ("eventsource", "websocket", "media", "ping")


class Traffic:
    """Counts a page's requests from its creation on; streams that never end are left aside."""

    def __init__(self, page: Page) -> None:
        self._page = page
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

    def _began(self, request: Request) -> None:
        if request.resource_type not in ENDLESS:
            self._running.add(request)
            self._changed = time.monotonic()

    def _ended(self, request: Request) -> None:
        self._running.discard(request)
        self._changed = time.monotonic()
