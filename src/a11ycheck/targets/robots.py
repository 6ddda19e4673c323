"""What robots.txt allows (RFC 9309): fetched once an origin, within bounds."""

from __future__ import annotations

from urllib.parse import urlsplit

import requests
from protego import Protego

from a11ycheck import __version__

AGENT = "a11ycheck"
MAX_BYTES = 500 * 1024
ANSWER_SECONDS = 10.0
LONGEST_DELAY = 10.0


class Robots:
    """The rules of all origins of a crawl. `problems` says which robots.txt could not be read: nothing is allowed there.

    `headers`: sent along, as with the pages.
    """

    def __init__(self, headers: dict[str, str] | None = None) -> None:
        self._headers = {"User-Agent": f"{AGENT}/{__version__}", **(headers or {})}
        self._rules: dict[str, Protego | None] = {}
        self.problems: list[str] = []

    def allows(self, url: str) -> bool:
        """Whether a crawler of our name may fetch a URL."""
        rules = self._of(url)
        return rules is not None and rules.can_fetch(url, AGENT)

    def delay(self, url: str) -> float:
        """Seconds to leave between two pages, at most ten."""
        rules = self._of(url)
        return min(float((rules.crawl_delay(AGENT) if rules else None) or 0.0), LONGEST_DELAY)

    def _of(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        base = f"{parts.scheme}://{parts.netloc}"
        if base not in self._rules:
            self._rules[base] = self._fetch(f"{base}/robots.txt")
        return self._rules[base]

    def _fetch(self, url: str) -> Protego | None:
        """The rules; None when the server says it cannot tell, which forbids everything (RFC 9309, 2.3.1.4)."""
        try:
            with requests.get(url, headers=self._headers, timeout=ANSWER_SECONDS, stream=True) as answer:
                if 400 <= answer.status_code < 500:
                    return Protego.parse("")
                if answer.status_code != 200:
                    self._unreadable(url, f"the server answered {answer.status_code}")
                    return None
                body = next(answer.iter_content(MAX_BYTES), b"")
        except requests.RequestException as error:
            self._unreadable(url, type(error).__name__)
            return None
        return Protego.parse(body.decode("utf-8", "replace"))

    def _unreadable(self, url: str, why: str) -> None:
        self.problems.append(f"{url} could not be read ({why}), so nothing was crawled there; see --ignore-robots")
