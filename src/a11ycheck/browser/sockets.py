"""Knows whether WebSockets are still bringing what a page shows first, as applications of Streamlit, NiceGUI or LiveView do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocket

BURST_SECONDS = 0.3
"""After this long without a message, what was coming is there."""
SILENT_SECONDS = 1.0
"""So long a socket may take to open and say its first word; one that was asked something has as long as the page has."""


class Sockets:
    """A page's open WebSockets.

    `streams`: addresses of those that talk without end, or say nothing, shared by the pages of a session: nobody waits for
    them again.
    """

    def __init__(self, page: Page, streams: set[str]) -> None:
        self._streams = streams
        self._open: dict[WebSocket, _Talk] = {}
        page.on("websocket", self._opened)

    def bringing(self) -> set[str]:
        """Addresses of the sockets that seem to have more to tell."""
        now = time.monotonic()
        self._streams.update(_address(socket) for socket, talk in self._open.items() if talk.silent(now))
        return {
            address
            for socket, talk in self._open.items()
            if (address := _address(socket)) not in self._streams and talk.going_on(now)
        }

    def forget(self) -> None:
        """Forget all of them: the page was left."""
        self._open.clear()

    def _opened(self, socket: WebSocket) -> None:
        talk = self._open[socket] = _Talk()
        socket.on("framesent", lambda _: talk.ask())
        socket.on("framereceived", lambda _: talk.hear())
        socket.on("close", self._closed)

    def _closed(self, socket: WebSocket) -> None:
        self._open.pop(socket, None)


class _Talk:
    """When a socket was opened, asked and heard, by the monotonic clock."""

    def __init__(self) -> None:
        self._opened = time.monotonic()
        self._asked = False
        self._heard = 0.0

    def ask(self) -> None:
        self._asked = True

    def hear(self) -> None:
        self._heard = time.monotonic()

    def silent(self, now: float) -> bool:
        return not self._asked and not self._heard and now - self._opened > SILENT_SECONDS

    def going_on(self, now: float) -> bool:
        return now - self._heard < BURST_SECONDS if self._heard else True


def _address(socket: WebSocket) -> str:
    return socket.url.partition("?")[0]
