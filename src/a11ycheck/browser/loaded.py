"""Notes what the pages of a visit asked the network for, so that a later run can tell whether any of it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Request

DATA = frozenset(("xhr", "fetch", "eventsource", "websocket", "ping"))
"""Playwright's names of requests by which a script fetches or sends data."""


@dataclass(frozen=True)
class Loaded:
    """What a visit loaded: each URL once. `fetched_data`: a page fetched or sent data, or began a worker."""

    urls: tuple[str, ...]
    fetched_data: bool


class Requests:
    """Listens to the contexts of a session; nothing is intercepted."""

    def __init__(self) -> None:
        self._urls: dict[str, None] = {}
        self._fetched_data = False
        self._settled = False

    def begin(self) -> None:
        """Forget what earlier visits loaded."""
        self._urls, self._fetched_data = {}, False

    def load(self) -> None:
        """A page is about to load: what is fetched from now on, it fetches."""
        self._settled = False

    def settle(self) -> None:
        """The page has settled: collectors fetch files too from now on, as axe does with style sheets."""
        self._settled = True

    def watch(self, context: BrowserContext, page: Page) -> None:
        """Listen to a context from its first page on."""
        context.on("request", self._began)
        page.on("websocket", lambda _socket: self._note_data())
        page.on("worker", lambda _worker: self._note_data())

    @property
    def loaded(self) -> Loaded:
        """What was asked for since `begin`."""
        return Loaded(tuple(self._urls), self._fetched_data)

    def _began(self, request: Request) -> None:
        url = request.url
        if url.startswith(("http:", "https:")):
            self._urls[url.partition("#")[0]] = None
        fetches = request.resource_type in DATA
        if request.method != "GET" or (fetches and not (self._settled and request.resource_type in ("xhr", "fetch"))):
            self._note_data()

    def _note_data(self) -> None:
        self._fetched_data = True
