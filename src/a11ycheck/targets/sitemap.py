"""A sitemap (https://www.sitemaps.org/protocol.html), local or remote, with the sitemaps its index names."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError
from a11ycheck.targets.base import Found, Serve
from a11ycheck.targets.page_url import WrongUrlError, page_url
from a11ycheck.targets.printable import printable
from a11ycheck.targets.reach import Reach
from a11ycheck.targets.urls import checked

RANK = 10
MAX_PAGES = 200_000
_NAME = re.compile(r".*sitemap.*\.xml(\.gz)?", re.IGNORECASE)
_ROOT = re.compile(rb"<(\w+:)?(urlset|sitemapindex)[\s>]")


def accepts(given: str) -> bool:
    """A URL or file named like a sitemap (`*sitemap*.xml`, `.xml.gz`), or an .xml file that is one."""
    if given.lower().startswith(("http://", "https://")):
        return _NAME.fullmatch(re.split("[?#]", given)[0].rpartition("/")[2]) is not None
    path = Path(given)
    if not path.is_file():
        return False
    return _NAME.fullmatch(path.name) is not None or (path.suffix.lower() == ".xml" and _is_sitemap(path))


def _is_sitemap(path: Path) -> bool:
    with path.open("rb") as file:
        return _ROOT.search(file.read(4096)) is not None


def find(given: str, config: Config, serve: Serve) -> Found:
    """The pages in the sitemap's order. Raises `NothingToAuditError` when it cannot be read or names no page.

    A local file's index is followed to files beside it where they exist, to the network otherwise. Entries that are no
    page URLs, or that lead from a remote sitemap into the network, are skipped and counted; damaged or unreachable
    sitemaps of an index are problems.
    """
    from usp.fetch_parse import SitemapFetcher
    from usp.objects.sitemap import InvalidSitemap

    from a11ycheck.targets.sitemap_client import LOCAL_BASE, SitemapClient

    is_remote = given.lower().startswith(("http://", "https://"))
    start = checked(given, "the target") if is_remote else LOCAL_BASE + quote(Path(given).name)
    client = SitemapClient(start, None if is_remote else Path(given), config.header)
    with _faults() as problems:
        tree = SitemapFetcher(url=start, recursion_level=0, web_client=client).sitemap()
    if isinstance(tree, InvalidSitemap):
        raise NothingToAuditError(
            f"{given}: cannot be read as a sitemap: {printable(client.refusals.get(start, tree.reason))}",
            "Check that it is a sitemap.xml, or list the pages in a .txt file.",
        )
    problems += [
        f"the sitemap {each.url} could not be read: {client.refusals.get(each.url, each.reason)}"
        for each in tree.all_sitemaps()
        if isinstance(each, InvalidSitemap)
    ]
    urls, skipped = _pages((page.url for page in tree.all_pages()), Reach(start) if is_remote else None)
    if len(urls) > MAX_PAGES:
        problems.append(f"only the first {MAX_PAGES} pages are planned; split the sitemap")
    if not urls:
        why = "".join(f"; {number} × {reason}" for reason, number in skipped.items()) + "".join(
            f"; {problem}" for problem in problems
        )
        raise NothingToAuditError(f"{given}: names no page{printable(why)}", "A sitemap lists pages in <url><loc>.")
    named = tuple(printable(f"{given}: {problem}") for problem in problems)
    return Found(tuple(urls[:MAX_PAGES]), skipped=skipped, problems=named)


def _pages(locations: Iterator[str], reach: Reach | None) -> tuple[list[str], Counter[str]]:
    urls, skipped = [], Counter[str]()
    for location in locations:
        try:
            url = page_url(location)
            if reach and reach.refuses(url):
                raise WrongUrlError("an address inside the network")
            urls.append(url)
        except WrongUrlError as error:
            skipped[f"{error} (in a sitemap)"] += 1
        if len(urls) > MAX_PAGES:
            break
    return urls, skipped


class _Faults(logging.Handler):
    """Collects what the parser only logs: a damaged file, after which it goes on with what it has."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.ERROR or message.startswith("Sub-sitemap URL does not look like one"):
            self.messages.append(message)


@contextmanager
def _faults() -> Iterator[list[str]]:
    logger, handler = logging.getLogger("usp"), _Faults()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
