"""Drives a crawl: what a round found, where the next one goes, how fast; within a run, or to print a plan."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from a11ycheck.browser import axe_source
from a11ycheck.config import Config
from a11ycheck.executors import Executor
from a11ycheck.findings.secrets import HIDDEN
from a11ycheck.language import later
from a11ycheck.model import Json, TargetResult, Visit
from a11ycheck.targets.crawl import Crawl, LinkedPage
from a11ycheck.targets.login import planned_login
from a11ycheck.targets.plan import Plan
from a11ycheck.targets.robots import Robots
from a11ycheck.workforce import Workforce

DOWNLOAD = later("a download, not a page")


def crawl_of(config: Config, planned: Plan) -> tuple[Crawl, Robots]:
    """The planner of a crawl from a plan's pages, and the robots.txt it keeps to."""
    pairs = (header.partition(":") for header in config.header)
    robots = Robots({name.strip(): value.strip() for name, _, value in pairs})
    return Crawl(config, _live(planned), robots), robots


def linked_page(visit: Visit, final_url: str, evidence: Mapping[str, Json]) -> LinkedPage:
    """What a crawl reads of a stored page; addresses with a secret in them lead nowhere."""
    links = evidence.get("links", {})
    pages = tuple(link for link in links.get("pages", ()) if HIDDEN not in link)
    return LinkedPage(visit, final_url or visit.url, pages, links.get("canonical", ""))


def paced(visits: Iterable[Visit], delay: float) -> Iterator[Visit]:
    """The visits, with at least `delay` seconds between one and the next."""
    due = 0.0
    for visit in visits:
        time.sleep(max(due - time.monotonic(), 0.0))
        due = time.monotonic() + delay
        yield visit


def is_download(result: TargetResult, visit: Visit) -> bool:
    """A link that a crawl followed to what turned out to be no page: nothing is missing then."""
    return visit.depth > 0 and result.reason == "not-html"


def survey(config: Config, planned: Plan, tell: Callable[[int], None]) -> Plan:
    """Crawl without auditing, and return the whole plan. `tell`: called with the number of pages after each round.

    Raises what a run raises when no browser starts; a login that fails is one of the problems.
    """
    if not config.depth:
        return planned
    crawl, robots = crawl_of(config, planned)
    workforce = Workforce(config, axe_source.read(config.axe_source), planned_login(config, planned.base), survey=True)
    visits, latest = planned.visits, _live(planned)
    skipped, problems = dict(planned.skipped), list(planned.problems)
    count = len(visits)
    try:
        for _ in range(config.depth):
            pages, downloads = _surveyed(workforce, paced(latest, crawl.delay), problems)
            away = crawl.duplicates(pages) | downloads
            visits = tuple(visit for visit in visits if visit.order not in away)
            if downloads:
                skipped[DOWNLOAD] = skipped.get(DOWNLOAD, 0) + len(downloads)
            latest = crawl.next_visits(pages, count)
            count += len(latest)
            visits += latest
            tell(len(visits))
            if not latest:
                break
    finally:
        workforce.close()
    return replace(
        planned, visits=visits, skipped=skipped | crawl.skipped, problems=(*problems, *robots.problems)
    )  # fmt: skip


def _live(planned: Plan) -> tuple[Visit, ...]:
    """The pages of a plan that are crawled: neither flows nor files of a folder, which is listed already."""
    return tuple(visit for visit in planned.visits if not visit.flow and planned.display(visit.url) == visit.url)


def _surveyed(
    workforce: Executor, visits: Iterable[Visit], problems: list[str]
) -> tuple[list[LinkedPage], frozenset[int]]:
    pages, downloads = [], set()
    for done in workforce.run(visits):
        for result in done.results:
            if is_download(result, done.visit):
                downloads.add(done.visit.order)
            elif result.reason:
                problems.append(f"{done.visit.url}: {result.message}")
            else:
                pages.append(linked_page(done.visit, result.facts.final_url, result.evidence))
    return pages, frozenset(downloads)
