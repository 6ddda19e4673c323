"""What robots.txt allows (RFC 9309): fetched once an origin, within bounds."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import requests
from protego import Protego

from a11ycheck import __version__
from a11ycheck.targets.reach import Reach

AGENT = "a11ycheck"
AGENT_HEADER = {"User-Agent": f"{AGENT}/{__version__}"}
MAX_REDIRECTS = 5
MAX_BYTES = 500 * 1024
ANSWER_SECONDS = 10.0
LONGEST_DELAY = 10.0


class _UnreadableError(Exception):
    """Why there are no rules, for a person to read."""


class Robots:
    """The rules of all origins of a crawl. `problems` says which robots.txt could not be read: nothing is allowed there.

    `headers`: sent along, as with the pages, to the origin itself alone.
    """

    def __init__(self, headers: dict[str, str] | None = None) -> None:
        self._headers = headers or {}
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
        base = _base(url)
        if base not in self._rules:
            self._rules[base] = self._fetch(f"{base}/robots.txt")
        return self._rules[base]

    def _fetch(self, url: str) -> Protego | None:
        """The rules; None when the server says it cannot tell, which forbids everything (RFC 9309, 2.3.1.4)."""
        try:
            return Protego.parse(self._text(url))
        except (_UnreadableError, requests.RequestException) as error:
            why = str(error) if isinstance(error, _UnreadableError) else type(error).__name__
            self.problems.append(f"{url} could not be read ({why}), so nothing was crawled there; see --ignore-robots")
            return None

    def _text(self, url: str) -> str:
        asked, reach = url, Reach(url)
        for _ in range(MAX_REDIRECTS + 1):
            if not asked.startswith(("http://", "https://")) or reach.refuses(asked):
                raise _UnreadableError("it redirects to an address that is not public")
            headers = AGENT_HEADER | (self._headers if _base(asked) == _base(url) else {})
            with requests.get(
                asked, headers=headers, timeout=ANSWER_SECONDS, stream=True, allow_redirects=False
            ) as answer:
                if answer.is_redirect:
                    asked = urljoin(asked, answer.headers["Location"])
                elif answer.status_code == 200:
                    return str(next(answer.iter_content(MAX_BYTES), b""), "utf-8", "replace")
                elif 400 <= answer.status_code < 500:
                    return ""
                else:
                    raise _UnreadableError(f"the server answered {answer.status_code}")
        raise _UnreadableError(f"more than {MAX_REDIRECTS} redirects")


def _base(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
