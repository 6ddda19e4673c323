"""The findings report as one file that can be mailed: what fits into 2 MB, worst first, and how much was left out."""

from __future__ import annotations

from base64 import b64encode

from a11ycheck.config import Config
from a11ycheck.model import TargetStatus
from a11ycheck.reporters.html_environment import environment
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.roles import first_places
from a11ycheck.reporters.trend import trend
from a11ycheck.store.pictures import PictureFile, picture_body

MOST_TEXT = 700_000
MOST_PICTURES = 700_000
MOST_PAGES = 300
SHOWN_ON_TOP = 10


def single_file(site: Site, config: Config) -> str:
    """The whole report."""
    everything = [group for found in site.sections.values() for group in found]
    groups = list(first_places(site, everything, MOST_TEXT))
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
