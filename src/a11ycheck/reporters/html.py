"""`--format html`: the findings report for people, `findings.html` and the pages behind it in `findings/`.

It works from disk, without JavaScript and offline; a script of its own only adds filters. A Content Security Policy allows
nothing but the report's own style, script and pictures, all page texts are escaped with hidden characters spelled out, and
only http and https addresses are links. Long lists are cut into parts, so that no file grows past 2 MB. With
`--single-file` it is one file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.model import Json, Outcome, TargetStatus
from a11ycheck.reporters import wording
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_environment import MOST_HTML, MOST_MESSAGE, MOST_SELECTOR, environment
from a11ycheck.reporters.html_single import single_file
from a11ycheck.reporters.html_site import Place, Site, criterion_name, group_name
from a11ycheck.reporters.paging import paged, parts
from a11ycheck.reporters.trend import trend
from a11ycheck.reporters.wording import Section
from a11ycheck.store.pictures import picture_body
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow, TargetRow

META = ReporterMeta(
    format="html", extension="html", title="The findings report for people, a page and a folder.", several_files=True,
    speaks=True, single_file=True,
)  # fmt: skip

GROUPS_IN_A_PART = 300
PLACES_IN_A_PART = 120
PAGES_IN_A_PART = 200
SHOWN_OF_A_GROUP_ON_A_PAGE = 20
SHOWN_ON_THE_COVER = 10
NOT_AUDITED_ON_THE_COVER = 25
STATES_SHOWN = 300
MOST_CONFIG = 20_000


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the entry page and all pages behind it."""
    site = Site(view, config)
    if config.single_file:
        report.main.write_text(single_file(site, config), encoding="utf-8", newline="\n")
        return
    writer = _Writer(site, config, report.rest)
    writer.pictures()
    writer.groups()
    writer.criteria()
    writer.pages()
    writer.render("states.html", "states.html", most_states=STATES_SHOWN)
    if site.owners:
        writer.render("owners.html", "owners.html")
    writer.render("rules.html", "rules.html", results=view.rule_results, told=_told(view.config))
    report.main.write_text(writer.cover(), encoding="utf-8", newline="\n")


class _Writer:
    """Renders the templates of one report."""

    def __init__(self, site: Site, config: Config, folder: Path) -> None:
        self._site = site
        self._folder = folder
        self._environment = environment(site, config, lambda file: f"pictures/{file.name}")

    def cover(self) -> str:
        """The entry page."""
        return self._text(
            "cover.html",
            "findings/",
            most=SHOWN_ON_THE_COVER,
            most_not_audited=NOT_AUDITED_ON_THE_COVER,
            not_audited=self._site.with_status(TargetStatus.NOT_AUDITED),
            partial=self._site.with_status(TargetStatus.PARTIAL),
            planned=len(self._site.view.visits(pending=True)),
            trend=trend(self._site.view),
        )

    def pictures(self) -> None:
        """The pictures of groups, a file each."""
        found = self._site.pictures.values()
        if found:
            (self._folder / "pictures").mkdir()
        for file in {file for picture in found for file in (picture.element, picture.place)}:
            body = picture_body(self._site.view.connection, file.sha256)
            (self._folder / "pictures" / file.name).write_bytes(body)

    def groups(self) -> None:
        """The list of groups, and a page for each with all its places."""
        everything = [group for groups in self._site.sections.values() for group in groups]
        for pager, part in paged("groups", parts(everything, GROUPS_IN_A_PART)):
            self.render("groups.html", pager.file, pager=pager, sections=_by_section(part), total=len(everything))
        for group in everything:
            for pager, places in paged(group_name(group), parts(self._places(group), PLACES_IN_A_PART, _weight)):
                by_page = groupby(places, key=lambda place: place.finding.target_id)
                pages = [(self._site.view.target_by_id[key], list(found)) for key, found in by_page]
                self.render("group.html", pager.file, pager=pager, group=group, pages=pages)

    def criteria(self) -> None:
        """The table of criteria, and a page for each that has groups."""
        self.render("criteria.html", "criteria.html")
        for result in self._site.criteria:
            if result.groups:
                for pager, part in paged(criterion_name(result.num), parts(result.groups, GROUPS_IN_A_PART)):
                    self.render("criterion.html", pager.file, pager=pager, result=result, sections=_by_section(part))

    def pages(self) -> None:
        """The table of pages, and a page for each target."""
        for pager, part in paged("pages", parts(self._site.targets, PAGES_IN_A_PART)):
            self.render("pages.html", pager.file, pager=pager, rows=part)
        for row in self._site.view.targets:
            self._page(row)

    def render(self, template: str, file: str, **context: Json) -> None:
        """Write one file of the folder."""
        text = self._text(template, "", **context)
        (self._folder / file).write_text(text, encoding="utf-8", newline="\n")

    def _text(self, template: str, base: str, **context: Json) -> str:
        return self._environment.get_template(f"html/{template}").render(base=base, template=template, **context)

    def _places(self, group: GroupRow) -> Iterator[Place]:
        return self._site.places(self._site.view.findings(group=group.key))

    def _page(self, row: TargetRow) -> None:
        blocks = self._site.blocks(row)
        shown = (
            (block, place)
            for block in blocks
            for place in self._site.places(block.places[:SHOWN_OF_A_GROUP_ON_A_PAGE], with_sources=False)
        )
        untested = [each for each in self._site.view.rule_outcomes(row.id) if each.outcome is Outcome.UNTESTED]
        chunks = parts(shown, PLACES_IN_A_PART, lambda each: _weight(each[1]))
        for pager, part in paged(self._site.page_names[row.id], chunks):
            sections = [
                (section, [(block, [place for _, place in each]) for block, each in groupby(found, key=itemgetter(0))])
                for section, found in groupby(part, key=lambda each: each[0].section)
            ]
            self.render("page.html", pager.file, pager=pager, row=row, untested=untested, sections=sections)


def _by_section(groups: Iterable[GroupRow]) -> list[tuple[Section, list[GroupRow]]]:
    """Consecutive groups of a section together."""
    return [(section, list(found)) for section, found in groupby(groups, key=wording.section_of_group)]


def _weight(place: Place) -> int:
    """About how many characters a place takes before escaping."""
    finding, location = place.finding, place.finding.location
    return (
        500
        + min(len(location.html), MOST_HTML)
        + min(len(location.selector), MOST_SELECTOR)
        + min(len(finding.message), MOST_MESSAGE)
    )


def _told(config: dict[str, Json]) -> str:
    return wording.shorten(
        wording.visible(json.dumps(config, indent=2, ensure_ascii=False, sort_keys=True)), MOST_CONFIG
    )
