"""The findings report as one file that can be mailed: what fits into 2 MB, worst first, and how much was left out."""

from __future__ import annotations

from base64 import b64encode

from a11ycheck.config import Config
from a11ycheck.model import TargetStatus
from a11ycheck.reporters.html_environment import MOST_HTML, MOST_MESSAGE, MOST_SELECTOR, environment
from a11ycheck.reporters.html_site import Place, Site
from a11ycheck.reporters.trend import trend
from a11ycheck.store.pictures import PictureFile, picture_body
from a11ycheck.store.rows import GroupRow

MOST_TEXT = 700_000
MOST_PICTURES = 700_000
MOST_PAGES = 300
PLACES_A_GROUP = 6
GROUP_WEIGHT = 4000
SHOWN_ON_TOP = 10


def single_file(site: Site, config: Config) -> str:
    """The whole report."""
    groups = _groups(site)
    album = _Album(site)
    made = environment(site, config, album.source, single=True)
    return made.get_template("html/single.html").render(
        base="",
        template="single.html",
        most=SHOWN_ON_TOP,
        most_not_audited=MOST_PAGES,
        not_audited=site.with_status(TargetStatus.NOT_AUDITED),
        partial=site.with_status(TargetStatus.PARTIAL),
        planned=len(site.view.visits(pending=True)),
        trend=trend(site.view),
        groups=groups,
        left_out=len(site.view.groups) - len(groups),
        rows=site.targets[:MOST_PAGES],
    )


def _groups(site: Site) -> list[tuple[GroupRow, list[Place]]]:
    """Groups, worst first, each with its first places, until there is enough text."""
    found: list[tuple[GroupRow, list[Place]]] = []
    text = 0
    for group in (group for groups in site.sections.values() for group in groups):
        rows = site.view.findings(group=group.key)
        first = [row for row, _ in zip(rows, range(PLACES_A_GROUP), strict=False)]
        text += GROUP_WEIGHT + sum(
            600
            + 2 * min(len(row.location.html), MOST_HTML)
            + min(len(row.location.selector), MOST_SELECTOR)
            + min(len(row.message), MOST_MESSAGE)
            for row in first
        )
        if found and text > MOST_TEXT:
            break
        found.append((group, list(site.places(first))))
    return found


class _Album:
    """Pictures as data addresses, until there are enough of them."""

    def __init__(self, site: Site) -> None:
        self._connection = site.view.connection
        self._size = 0
        self._sources: dict[str, str] = {}

    def source(self, file: PictureFile) -> str:
        """What `src` holds; empty when there is no room left. Each use takes room."""
        if file.sha256 not in self._sources:
            body = b64encode(picture_body(self._connection, file.sha256)).decode()
            self._sources[file.sha256] = f"data:{file.kind};base64,{body}"
        source = self._sources[file.sha256]
        if self._size + len(source) > MOST_PICTURES:
            return ""
        self._size += len(source)
        return source
