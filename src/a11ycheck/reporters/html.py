"""`--format html`: the findings report for people, `findings.html` and the pages behind it in `findings/`.

It works from disk, without JavaScript and offline. A Content Security Policy allows nothing but the report's own style
sheet, all page texts are escaped with hidden characters spelled out, and only http and https addresses are links.
Long lists are cut into parts, so that no file grows past 2 MB.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from a11ycheck import __version__, templates
from a11ycheck.config import Config
from a11ycheck.model import Json, Outcome, TargetStatus
from a11ycheck.reporters import wording
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_site import Site, criterion_name, group_name, paged, parts
from a11ycheck.reporters.wording import Section
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, GroupRow, TargetRow

META = ReporterMeta(
    format="html", extension="html", title="The findings report for people, a page and a folder.", several_files=True
)

GROUPS_IN_A_PART = 60
PLACES_IN_A_PART = 120
PAGES_IN_A_PART = 200
SHOWN_OF_A_GROUP_ON_A_PAGE = 20
SHOWN_ON_THE_COVER = 10
NOT_AUDITED_ON_THE_COVER = 25
MOST_HTML, MOST_MESSAGE, MOST_SELECTOR, MOST_CONFIG = 1500, 1000, 500, 20_000


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the entry page and all pages behind it."""
    site = Site(view)
    writer = _Writer(site, config, report.rest)
    writer.groups()
    writer.criteria()
    writer.pages()
    writer.render("rules.html", "rules.html", results=view.rule_results, told=_told(view.config))
    report.main.write_text(writer.cover(), encoding="utf-8", newline="\n")


class _Writer:
    """Renders the templates of one report."""

    def __init__(self, site: Site, config: Config, folder: Path) -> None:
        self._site = site
        self._folder = folder
        self._environment = _environment(site, config)

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
        )

    def groups(self) -> None:
        """The list of groups, and a page for each with all its places."""
        everything = [group for groups in self._site.sections.values() for group in groups]
        for pager, part in paged("groups", parts(everything, GROUPS_IN_A_PART)):
            self.render("groups.html", pager.file, pager=pager, sections=_by_section(part), total=len(everything))
        for group in everything:
            for pager, places in paged(group_name(group), parts(self._places(group), PLACES_IN_A_PART, _weight)):
                by_page = groupby(places, key=lambda finding: finding.target_id)
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

    def _places(self, group: GroupRow) -> Iterator[FindingRow]:
        return self._site.view.findings(group=group.key)

    def _page(self, row: TargetRow) -> None:
        blocks = self._site.blocks(row)
        shown = ((block, place) for block in blocks for place in block.places[:SHOWN_OF_A_GROUP_ON_A_PAGE])
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


def _weight(finding: FindingRow) -> int:
    """About how many characters a place takes before escaping."""
    location = finding.location
    return (
        400
        + min(len(location.html), MOST_HTML)
        + min(len(location.selector), MOST_SELECTOR)
        + min(len(finding.message), MOST_MESSAGE)
    )


def _told(config: dict[str, Json]) -> str:
    return wording.shorten(
        wording.visible(json.dumps(config, indent=2, ensure_ascii=False, sort_keys=True)), MOST_CONFIG
    )


def _environment(site: Site, config: Config) -> Environment:
    """The shared environment with the words, names and style of this report; the shared one stays as it is."""
    environment = templates.environment().overlay()
    style = " ".join((templates.folder() / "html" / "style.css").read_text(encoding="utf-8").split())
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.filters = {
        **environment.filters,
        "count": wording.count,
        "criterion": wording.criterion_label,
        "group_label": wording.group_label,
        "group_file": lambda group: f"{group_name(group)}.html",
        "criterion_file": lambda num: f"{criterion_name(num)}.html",
        "page_file": lambda row: f"{site.page_names[row.id]}.html",
        "one_line": wording.one_line,
        "page_label": wording.page_label,
        "reason": wording.reason,
        "snippet": lambda text, most: wording.shorten(wording.visible(text), most),
        "visible": wording.visible,
        "web_link": wording.web_link,
        "when": lambda text: (text or "").replace("T", " ").replace("+00:00", " UTC"),
    }
    globals_: dict[str, Any] = {
        "site": site,
        "run": site.view,
        "product": " ".join(part for part in (config.product.name, config.product.version) if part),
        "Section": Section,
        "of_pages": wording.of_pages,
        "not_conformance": wording.NOT_CONFORMANCE,
        "most_html": MOST_HTML,
        "most_message": MOST_MESSAGE,
        "most_selector": MOST_SELECTOR,
        "style": Markup(style),
        "policy": f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        "tool_version": __version__,
    }
    environment.globals = {**environment.globals, **globals_}
    return environment
