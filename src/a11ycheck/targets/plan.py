"""The plan: all visits of a run in order, with the servers that their pages need."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from a11ycheck.browser.server import StaticServer
from a11ycheck.config import Config
from a11ycheck.discovery import modules
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.model import Visit
from a11ycheck.targets.base import Found, PageSource
from a11ycheck.targets.flow import flow_visits
from a11ycheck.targets.page_filter import page_filter
from a11ycheck.targets.page_url import page_identity
from a11ycheck.targets.source import Site, Source, display

FILTERED = "left out by --include-urls or --exclude-urls"
BEYOND_MAX = "beyond --max-pages"


class Sites:
    """The folders being served: one server per folder, until `close`."""

    def __init__(self) -> None:
        self._sites: dict[str, Site] = {}
        self._servers = ExitStack()

    def serve(self, root: Path) -> Site:
        """The site of a folder; its server is started on first use."""
        path = os.path.realpath(root)
        if path not in self._sites:
            server = self._servers.enter_context(StaticServer(Path(path)))
            self._sites[path] = Site(path, server.base_url, self._label(Path(path)))
        return self._sites[path]

    def close(self) -> None:
        """Stop all servers."""
        self._servers.close()

    def _label(self, path: Path) -> str:
        """The path from the current folder; from elsewhere, as few of its last names as tell it from the others."""
        here = Path(os.path.realpath(Path.cwd()))
        if path.is_relative_to(here):
            return "" if path == here else path.relative_to(here).as_posix()
        taken = {site.label for site in self._sites.values()}
        names = ["/".join(path.parts[-count:]) for count in range(1, len(path.parts))]
        return next((name for name in names if name not in taken), path.as_posix())


@dataclass
class Plan:
    """What a run visits, in order; a context manager, since the servers of folders stop with `close`.

    `skipped` counts per reason what is not visited, `collapsed` the variants of a page that is visited once, `problems`
    are sentences on what could not be read: with one, the run is incomplete. `sources` are to be stored with the run.
    """

    visits: tuple[Visit, ...]
    sources: tuple[Source, ...]
    skipped: Mapping[str, int] = field(default_factory=dict)
    collapsed: int = 0
    problems: tuple[str, ...] = ()
    sites: Sites = field(default_factory=Sites)

    def display(self, url: str) -> str:
        """What to show for a page's URL, the same on every run."""
        return display(url, self.sources)

    @property
    def summary(self) -> str:
        """One line: how many visits, and what was skipped and collapsed."""
        count = len(self.visits)
        parts = [f"{count} visit{'' if count == 1 else 's'} planned"]
        parts += [f"{number} skipped: {reason}" for reason, number in self.skipped.items()]
        parts += [f"{self.collapsed} collapsed as another name of a page"] if self.collapsed else []
        return "; ".join(parts)

    def close(self) -> None:
        """Stop the servers."""
        self.sites.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def plan(config: Config) -> Plan:
    """Turn the configured targets and flows into visits; nothing is loaded but sitemaps.

    Raises `UsageError` for no target or a wrong one, `NothingToAuditError` when a target, or all of them after the
    filters, yield no page.
    """
    if not config.targets and not config.flow:
        raise UsageError(
            "no target given",
            "Name a URL, a folder of rendered HTML, an .html file, a sitemap.xml or a .txt list of URLs; "
            "or set targets in a11ycheck.toml.",
        )
    sites = Sites()
    try:
        found = [_source_for(given).find(given, config, sites.serve) for given in config.targets]
        return _assemble(config, found, sites)
    except BaseException:
        sites.close()
        raise


def rebind(visits: Iterable[Visit], sources: Iterable[Source]) -> Plan:
    """The plan of a stored run again (`--resume`): folders are served anew, and visits point at the new servers.

    Raises `UsageError` naming a folder that is gone.
    """
    sites = Sites()
    try:
        moved: dict[str, str] = {}
        bound = []
        for source in sources:
            if not source.base_url:
                bound.append(source)
                continue
            if not Path(source.root).is_dir():
                raise UsageError(
                    f"{source.given}: the folder is gone, so the run cannot be resumed", "Start a new run."
                )
            site = sites.serve(Path(source.root))
            moved[source.base_url] = site.base_url
            earlier = (*source.earlier, source.base_url)
            bound.append(source.model_copy(update={"base_url": site.base_url, "earlier": earlier}))
        return Plan(tuple(_move(visit, moved) for visit in visits), tuple(bound), sites=sites)
    except BaseException:
        sites.close()
        raise


def _move(visit: Visit, moved: Mapping[str, str]) -> Visit:
    base = next((old for old in moved if visit.url.startswith(old)), None)
    return visit if base is None else visit.model_copy(update={"url": moved[base] + visit.url[len(base) :]})


def _source_for(given: str) -> PageSource:
    found = modules("a11ycheck.targets", "a11ycheck.targets", "RANK")
    sources = sorted(cast("tuple[PageSource, ...]", found), key=lambda source: source.RANK)
    if (source := next((each for each in sources if each.accepts(given)), None)) is not None:
        return source
    if Path(given).exists():
        raise UsageError(f"{given}: not a kind of file that can be scanned", "Give .html, .svg, .xml or a .txt list.")
    is_host = "." in given.partition("/")[0].strip(".")
    hint = f"For a live page, write https://{given}." if is_host else "Check the path."
    raise UsageError(f"{given!r}: no such file or folder", hint)


def _assemble(config: Config, found: list[Found], sites: Sites) -> Plan:
    sources = tuple(each.source for each in found)
    skipped: Counter[str] = sum((each.skipped for each in found), Counter())
    first_of: dict[str, str] = {}
    for each in found:
        for url in each.urls:
            first_of.setdefault(url if each.source.base_url else page_identity(url), url)
    pages = list(first_of.values())
    collapsed = sum(len(each.urls) + each.collapsed for each in found) - len(pages)
    if config.include_urls or config.exclude_urls:
        is_wanted = page_filter(config.include_urls, config.exclude_urls)
        kept = [url for url in pages if is_wanted(url, display(url, sources))]
        skipped[FILTERED] += len(pages) - len(kept)
        pages = kept
    if config.max_pages is not None and len(pages) > config.max_pages:
        skipped[BEYOND_MAX] += len(pages) - config.max_pages
        pages = pages[: config.max_pages]
    base = (found[0].source.base_url or found[0].urls[0]) if found else ""
    variant = config.variant
    visits = tuple(Visit(order=order, url=url, variant=variant) for order, url in enumerate(pages))
    visits += flow_visits(config, base, len(visits))
    if not visits:
        raise NothingToAuditError(
            f"none of the {skipped[FILTERED]} pages is wanted by --include-urls and --exclude-urls",
            "Globs are matched against the whole URL, its path and the file name: try */guide/*.",
        )
    problems = tuple(problem for each in found for problem in each.problems)
    return Plan(visits, sources, dict(+skipped), collapsed, problems, sites)
