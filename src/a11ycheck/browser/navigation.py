"""Watches and holds the main frame's navigations, so that a page cannot walk away while it is audited.

Only document requests pause (DevTools `Fetch`); images, scripts and styles are never intercepted. While open, HTTP
redirects, scripts and immediate refreshes may navigate within the origin; once held, any navigation of the main frame
gets an empty 204 answer, which leaves the page in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession


class NavigationGuard:
    """Decides on each navigation of the main frame.

    `held` lists the URLs that were not followed; `left_for` is the first one off the origin that the page went for on its
    own while it was open: such a page is a redirect.
    """

    def __init__(self, session: CDPSession, main_frame_id: str) -> None:
        self._session = session
        self._main_frame = main_frame_id
        self.origin: str | None = None
        self._open = True
        self._delayed: set[str] = set()
        self.held: list[str] = []
        self.left_for: str | None = None
        session.send("Page.enable")
        session.on("Fetch.requestPaused", self._paused)
        session.on("Page.frameScheduledNavigation", self._scheduled)
        session.send("Fetch.enable", {"patterns": [{"resourceType": "Document", "requestStage": "Request"}]})

    def open(self, url: str | None) -> None:
        """Let the main frame navigate within the origin of `url` (None: anywhere), and forget what was held."""
        self.origin = origin(url) if url else None
        self._open = True
        self._delayed.clear()
        self.held.clear()
        self.left_for = None

    def hold(self) -> None:
        """From now on the main frame stays where it is."""
        self._open = False

    def release(self) -> None:
        """Let the main frame navigate again, within the same origin as before it was held."""
        self._open = True

    def within(self, url: str) -> bool:
        """Whether a URL is of the same origin, the same host over https, or without a host such as about:blank."""
        if self.origin is None or not url.startswith(("http://", "https://")):
            return True
        return origin(url) == self.origin or self.origin == origin(url).replace("https://", "http://", 1)

    def _scheduled(self, event: dict[str, Any]) -> None:
        if event.get("reason") in ("metaTagRefresh", "httpHeaderRefresh") and event.get("delay", 0) > 0:
            self._delayed.add(event.get("url", ""))

    def _paused(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        main = event.get("frameId") == self._main_frame
        allowed = not main or (self._open and url not in self._delayed and self.within(url))
        try:
            if allowed:
                self._session.send("Fetch.continueRequest", {"requestId": event["requestId"]})
            else:
                self.held.append(url)
                if self._open and url not in self._delayed:
                    self.left_for = self.left_for or url
                self._session.send("Fetch.fulfillRequest", {"requestId": event["requestId"], "responseCode": 204})
        except PlaywrightError:
            # The request ended on its own (the frame went away); there is nothing left to answer.
            return


def origin(url: str) -> str:
    """Scheme, host and port of a URL, with default ports left out."""
    parts = urlsplit(url)
    port = parts.port
    if port in (None, 80 if parts.scheme == "http" else 443):
        return f"{parts.scheme}://{parts.hostname}"
    return f"{parts.scheme}://{parts.hostname}:{port}"
