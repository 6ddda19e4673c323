"""Plans a crawl, round by round: from the links of the pages of one round the visits of the next.

Breadth first, on the origins of the targets alone. The plan depends on what pages link to and on their place in the plan,
never on which of them was done first. What bounds a crawl: depth, `--max-pages`, robots.txt, the shape of addresses (ids,
dates, page numbers), addresses that name an action.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from a11ycheck.browser.navigation import origin
from a11ycheck.config import Config
from a11ycheck.language import later
from a11ycheck.model import Visit
from a11ycheck.targets.page_filter import page_filter
from a11ycheck.targets.page_url import WrongUrlError, page_identity, page_url
from a11ycheck.targets.robots import Robots
from a11ycheck.targets.url_shape import acts, is_trap, shapes, without_noise

MOST_PAGES = 500
FORBIDDEN = later("forbidden by robots.txt")
FILTERED = later("left out by --include-urls or --exclude-urls")
BEYOND = later("beyond --max-pages")
SAME_SHAPE = later("one more of the same shape (ids, dates or page numbers in the address)")
TRAP = later("an address that repeats itself or never ends")
ACTION = later("an address that names an action (log out, delete, …)")


@dataclass(frozen=True)
class LinkedPage:
    """A visited page and where it links. `links` are absolute or start with `/`; `canonical`: its own name for itself."""

    visit: Visit
    final_url: str
    links: tuple[str, ...] = ()
    canonical: str = ""


class Crawl:
    """Knows what a crawl has seen. `skipped` counts per reason the addresses that are not visited."""

    def __init__(self, config: Config, planned: Iterable[Visit], robots: Robots) -> None:
        self._config = config
        self._robots = robots
        self._wanted = page_filter(config.include_urls, config.exclude_urls)
        starts = [visit for visit in planned if not visit.flow]
        self._seen = {self._identity(visit.url) for visit in starts}
        self._origins = {origin(visit.url) for visit in starts}
        self._shapes = Counter(shape for visit in starts for shape in shapes(visit.url))
        self._pages = len(starts)
        self._arrived: dict[str, int] = {}
        self.skipped: Counter[str] = Counter()

    @property
    def delay(self) -> float:
        """Seconds between two pages: what `crawl.rate` says, or robots.txt where that is longer."""
        asked = 0.0 if self._config.ignore_robots else max(map(self._robots.delay, sorted(self._origins)), default=0.0)
        return max(asked, 1 / self._config.crawl.rate if self._config.crawl.rate else 0.0)

    def next_visits(self, pages: Iterable[LinkedPage], first_order: int) -> tuple[Visit, ...]:
        """The visits of the next round, in the order of the pages given and of the links on them."""
        pages = sorted(pages, key=lambda page: page.visit.order)
        for page in pages:
            self._seen |= {self._identity(page.final_url), *self._canonical(page)}
        urls: list[str] = []
        for page in pages:
            for link in page.links:
                url = self._url(page, link)
                if url is not None and self._is_new(url):
                    urls.append(url)
        depth = max((page.visit.depth for page in pages), default=0) + 1
        return tuple(
            Visit(order=order, url=url, variant=self._config.variant, depth=depth)
            for order, url in enumerate(urls, first_order)
        )

    def duplicates(self, pages: Iterable[LinkedPage]) -> frozenset[int]:
        """Orders of crawled pages that a redirect led to a page with an earlier place in the plan."""
        again = set()
        for page in sorted(pages, key=lambda page: page.visit.order):
            first = self._arrived.setdefault(self._identity(page.final_url), page.visit.order)
            if first != page.visit.order and page.visit.depth:
                again.add(page.visit.order)
        return frozenset(again)

    def _url(self, page: LinkedPage, link: str) -> str | None:
        """The address to visit for a link; None for what is no page of the crawl's origins."""
        try:
            url = page_url(urljoin(page.final_url, link))
        except WrongUrlError:
            return None
        options = self._config.crawl
        url = without_noise(url, queries=options.queries == "keep", routes=options.hash_routes)
        return url if origin(url) in self._origins else None

    def _is_new(self, url: str) -> bool:
        """Whether to visit an address; each is asked about once, and counted where it is not."""
        identity = self._identity(url)
        if identity in self._seen:
            return False
        self._seen.add(identity)
        if reason := self._reason_to_skip(url):
            self.skipped[reason] += 1
            return False
        self._pages += 1
        self._shapes.update(shapes(url))
        return True

    def _reason_to_skip(self, url: str) -> str:
        if acts(url):
            return ACTION
        if is_trap(url):
            return TRAP
        if not self._wanted(url, url):
            return FILTERED
        if any(self._shapes[shape] >= self._config.crawl.per_shape for shape in shapes(url)):
            return SAME_SHAPE
        if not (self._config.ignore_robots or self._robots.allows(url)):
            return FORBIDDEN
        return BEYOND if self._pages >= (self._config.max_pages or MOST_PAGES) else ""

    def _canonical(self, page: LinkedPage) -> set[str]:
        own = bool(page.canonical) and origin(page.canonical) == origin(page.final_url)
        return {self._identity(page.canonical)} if own else set()

    def _identity(self, url: str) -> str:
        options = self._config.crawl
        return page_identity(without_noise(url, queries=options.queries == "keep", routes=options.hash_routes))
