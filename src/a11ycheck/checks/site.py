"""Checks across pages: what they read of each page, which pages belong together, and how they are run.

A check with `scope="site"` has `judge(pages: Pages) -> Iterable[tuple[PageSummary, CheckOutcome]]`: a pure function on one
set of web pages in WCAG's sense (https://www.w3.org/TR/WCAG22/#dfn-set-of-web-pages), at least two. The order of the pages
given never matters: a set is judged by address.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

from a11ycheck.checks.base import CheckMeta, checks
from a11ycheck.model import CheckOutcome, Effort, Identity, Json, Location, Outcome

Pages = Sequence["PageSummary"]
Judged = tuple["PageSummary", CheckOutcome]
ALONE = "There is no other page of the same site to compare this one with."


@dataclass(frozen=True)
class Block:
    """A menu: its place in the landmarks, its label, and its (name, address) items in order."""

    path: str
    name: str
    items: tuple[tuple[str, str], ...]
    place: Json


@dataclass(frozen=True)
class PageSummary:
    """One page, whatever its states and variants. `number`: unique in the run.

    `site`: origin or folder; `address`: path in it, with query and route. `in_flow`: reached by steps; `personal`: shown after a
    login. `leads_to`: numbers of the audited pages it links to. `read`: what the collector `summary` brought, but for the menus.
    `claims`: what the collector `claims` brought.
    """

    number: int
    site: str
    address: str
    title: str = ""
    in_flow: bool = False
    personal: bool = False
    blocks: tuple[Block, ...] = ()
    leads_to: tuple[int, ...] = ()
    read: Mapping[str, Json] = field(default_factory=dict)
    claims: tuple[Json, ...] = ()


class SiteCheck(Protocol):
    """A module that judges a set of pages."""

    META: CheckMeta

    def judge(self, pages: Pages) -> Iterable[Judged]:
        """At least one outcome for each page."""


def site_checks() -> list[SiteCheck]:
    """The checks across pages, in id order."""
    return [cast("SiteCheck", check) for check in checks() if check.META.scope == "site"]


def judge_sites(pages: Iterable[PageSummary], effort: Effort) -> Iterator[Judged]:
    """Run all checks across pages that the effort allows, on each set of pages.

    A page without fellows is `untested`. A check that breaks is `untested` on its pages, with the error, as in `judge_page`.
    """
    allowed = [check for check in site_checks() if check.META.effort.rank <= effort.rank]
    for pages_of_set in page_sets(pages):
        for check in allowed:
            if len(pages_of_set) < 2:
                yield from ((page, check.META.untested(ALONE)) for page in pages_of_set)
                continue
            try:
                yield from list(check.judge(pages_of_set))
            except Exception as error:
                fault = f"the check stopped with {type(error).__name__}: {error}"
                broken = check.META.outcome(Outcome.UNTESTED, fault, fault=True)
                yield from ((page, broken) for page in pages_of_set)


def page_sets(pages: Iterable[PageSummary]) -> list[list[PageSummary]]:
    """Pages that belong together, each set in order of address.

    Together are pages of one site that link to one another, or whose menus share an item that leads to the same page of the
    site. To be on one host says nothing.
    """
    ordered = sorted(pages, key=lambda page: (page.site, page.address, page.number))
    known = {page.number: page for page in ordered}
    root = {number: number for number in known}

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    def join(one: int, other: int) -> None:
        first, second = sorted((find(one), find(other)))
        root[second] = first

    menus: dict[tuple[str, str, str, tuple[str, str]], int] = {}
    for page in ordered:
        for other in page.leads_to:
            if other in known and known[other].site == page.site:
                join(page.number, other)
        for block in page.blocks:
            for item in block.items:
                if item[1].startswith("/"):
                    join(page.number, menus.setdefault((page.site, block.path, block.name, item), page.number))
    sets: dict[int, list[PageSummary]] = defaultdict(list)
    for page in ordered:
        sets[find(page.number)].append(page)
    return list(sets.values())


def location(place: Json) -> Location:
    """The location that a summary's `place` stands for."""
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def whole_page(page: PageSummary) -> Location:
    """The document as a place, for what concerns the page and no element of it."""
    return Location(selector="html", identity=Identity(role="document", name=page.title, signature="html"))


def listed(pages: Pages, most: int = 3) -> str:
    """The first addresses of some pages, and how many more there are."""
    shown = ", ".join(page.address for page in pages[:most])
    return f"{shown} and {len(pages) - most} more" if len(pages) > most else shown


def outcomes(
    meta: CheckMeta, pages: Pages, found: Mapping[int, list[CheckOutcome]], applicable: Collection[int]
) -> Iterator[Judged]:
    """What was found on each page (by number), else passed where the check applies and inapplicable elsewhere."""
    for page in pages:
        for outcome in found.get(page.number) or [meta.passed() if page.number in applicable else meta.inapplicable()]:
            yield page, outcome


def most_common(names: Iterable[str]) -> str:
    """The most frequent text; among equals the first in the alphabet."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], name))
