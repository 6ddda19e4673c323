"""The plan: all visits of a run in order, with the servers that their pages need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from a11ycheck.config import Config
from a11ycheck.discovery import modules
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.language import gettext as _
from a11ycheck.language import later, ngettext
from a11ycheck.model import Visit
from a11ycheck.targets.base import Found, PageSource
from a11ycheck.targets.flow import flow_visits
from a11ycheck.targets.page_filter import page_filter
from a11ycheck.targets.page_url import page_identity
from a11ycheck.targets.site import Sites

FILTERED = later("left out by --include-urls or --exclude-urls")
BEYOND_MAX = later("beyond --max-pages")


@dataclass
class Plan:
    """What a run visits, in order; a context manager, since the servers of folders stop with `close`.

    `skipped` counts per reason what is not visited, `collapsed` the variants of a page that is visited once, `problems`
    are sentences on what could not be read: with one, the run is incomplete. `base`: what relative URLs start from.
    `repeated`: how many of the visits show a page again in another variant.
    """

    visits: tuple[Visit, ...]
    skipped: Mapping[str, int] = field(default_factory=dict)
    collapsed: int = 0
    problems: tuple[str, ...] = ()
    sites: Sites = field(default_factory=Sites)
    base: str = ""
    repeated: int = 0

    @property
    def pages(self) -> int:
        """How many pages and flows there are, each counted once."""
        return len(self.visits) - self.repeated

    def display(self, url: str) -> str:
        """What to show for a page's URL, the same on every run."""
        return self.sites.display(url)

    @property
    def lines(self) -> tuple[str, ...]:
        """One line per visit, in order: the page, and after a tab a flow's name and the states it audits."""
        return tuple(
            self.display(visit.url)
            + (f"\t{visit.flow}: {', '.join(target.state for target in visit.targets)}" if visit.flow else "")
            for visit in self.visits
        )

    @property
    def summary(self) -> str:
        """One line in the language spoken now: how many visits, and what was skipped and collapsed."""
        planned = ngettext("%(num)s visit planned", "%(num)s visits planned", len(self.visits))
        parts = [planned % {"num": len(self.visits)}]
        skipped = _("%(number)s skipped: %(reason)s")
        parts += [skipped % {"number": number, "reason": _(reason)} for reason, number in self.skipped.items()]
        collapsed = _("%(number)s collapsed as another name of a page") % {"number": self.collapsed}
        parts += [collapsed] if self.collapsed else []
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
    skipped: Counter[str] = sum((each.skipped for each in found), Counter())
    first_of: dict[str, str] = {}
    for each in found:
        for url in each.urls:
            first_of.setdefault(url if each.site else page_identity(url), url)
    pages = list(first_of.values())
    collapsed = sum(len(each.urls) + each.collapsed for each in found) - len(pages)
    if config.include_urls or config.exclude_urls:
        is_wanted = page_filter(config.include_urls, config.exclude_urls)
        kept = [url for url in pages if is_wanted(url, sites.display(url))]
        skipped[FILTERED] += len(pages) - len(kept)
        pages = kept
    if config.max_pages is not None and len(pages) > config.max_pages:
        skipped[BEYOND_MAX] += len(pages) - config.max_pages
        pages = pages[: config.max_pages]
    first = found[0] if found else None
    base = (
        (first.site.base_url if first.site else first.urls[0])
        if first
        else (config.server.url if config.server else "")
    )
    variant = config.variant
    visits = tuple(Visit(order=order, url=url, variant=variant) for order, url in enumerate(pages))
    visits += flow_visits(config, base, len(visits))
    if not visits:
        raise NothingToAuditError(
            f"none of the {skipped[FILTERED]} pages is wanted by --include-urls and --exclude-urls",
            "Globs are matched against the whole URL, its path and the file name: try */guide/*.",
        )
    problems = tuple(problem for each in found for problem in each.problems)
    return Plan(visits, dict(+skipped), collapsed, problems, sites, base)


def save_list(planned: Plan, file: Path) -> None:
    """Write the live pages of a plan as a list that is a target itself, one URL a line.

    Flows are in the configuration and not in the list. Raises `UsageError` when the plan has files of a folder, whose URLs
    last as long as the plan, or the file cannot be written.
    """
    pages = [visit.url for visit in planned.visits if not visit.flow]
    local = next((url for url in pages if planned.display(url) != url), None)
    if file.suffix.lower() != ".txt":
        raise UsageError(f"{file}: a list of URLs is a .txt file", "Name it so, since scan knows a list by that.")
    if local is not None:
        raise UsageError(
            f"{planned.display(local)} is a file of a folder, which has no URL of its own",
            "Give the folder itself to scan.",
        )
    try:
        file.write_text("".join(f"{url}\n" for url in dict.fromkeys(pages)), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror or error}", "Check the path.") from None
