"""What the reports for roles share: one page each, with the words, style and policy of the findings report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from a11ycheck.config import Config
from a11ycheck.model import Json
from a11ycheck.reporters.html_environment import MOST_HTML, MOST_MESSAGE, MOST_SELECTOR, environment
from a11ycheck.reporters.html_site import Place, Site
from a11ycheck.store.rows import FindingRow, GroupRow

MOST_TEXT = 1_300_000
GROUP_WEIGHT = 3000
PLACES_A_GROUP = 10
T = TypeVar("T")


def role_page(name: str, site: Site, config: Config, **context: Json) -> str:
    """The page of a role, from its template."""
    made = environment(site, config, lambda _: "", single=True)
    return made.get_template(f"html/{name}.html").render(base="", template=f"{name}.html", **context)


def weight(finding: FindingRow) -> int:
    """About how many characters a place takes."""
    location = finding.location
    return (
        600
        + 2 * min(len(location.html), MOST_HTML)
        + min(len(location.selector), MOST_SELECTOR)
        + min(len(finding.message), MOST_MESSAGE)
    )


def first_places(site: Site, groups: Iterable[GroupRow], most: int) -> Iterator[tuple[GroupRow, list[Place]]]:
    """Groups, each with its first places, until `most` characters are used; the first one in any case."""
    used = 0
    for group in groups:
        rows = site.view.findings(group=group.key)
        first = [row for row, _ in zip(rows, range(PLACES_A_GROUP), strict=False)]
        used += GROUP_WEIGHT + sum(weight(row) for row in first)
        if used > most and used > GROUP_WEIGHT + sum(weight(row) for row in first):
            return
        yield group, list(site.places(first))
