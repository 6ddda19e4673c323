"""`--format author`: what whoever writes the pages can repair, by source file: pictures, headings, links, titles, language.

What stands in headers, menus, side bars and footers, or comes from a template, is left to developers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck.config import Config
from a11ycheck.findings.source_place import Confidence
from a11ycheck.language import gettext as _
from a11ycheck.language import later
from a11ycheck.model import Outcome
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.roles import MOST_TEXT, role_page, weight
from a11ycheck.reporters.wording import Section, one_line
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, RuleRow

META = ReporterMeta(format="author", extension="html", stem="author", title="A work list for authors.", speaks=True)

PICTURES, MEDIA, TITLES = later("Pictures"), later("Sound and video"), later("Page titles")
HEADINGS, LINKS, LANGUAGE, STRUCTURE = later("Headings"), later("Links"), later("Language"), later("Lists and tables")
KINDS = (TITLES, HEADINGS, PICTURES, MEDIA, LINKS, LANGUAGE, STRUCTURE)
_BY_CRITERION = {
    "1.1.1": PICTURES, "1.2.1": MEDIA, "1.2.2": MEDIA, "1.2.3": MEDIA, "1.2.5": MEDIA, "2.4.2": TITLES, "2.4.4": LINKS,
    "2.4.9": LINKS, "2.4.6": HEADINGS, "2.4.10": HEADINGS, "3.1.1": LANGUAGE, "3.1.2": LANGUAGE,
}  # fmt: skip
_BY_RULE = {
    "heading-order": HEADINGS, "empty-heading": HEADINGS, "page-has-heading-one": HEADINGS, "heading-levels": HEADINGS,
    "heading-text": HEADINGS, "p-as-heading": HEADINGS, "list": STRUCTURE, "listitem": STRUCTURE, "definition-list": STRUCTURE,
    "dlitem": STRUCTURE, "td-headers-attr": STRUCTURE, "th-has-data-cells": STRUCTURE, "empty-table-header": STRUCTURE,
    "table-fake-caption": STRUCTURE, "table-headers": STRUCTURE, "table-header-cells": STRUCTURE, "tables": STRUCTURE,
    "lookalike-structure": STRUCTURE, "markup-for-looks": STRUCTURE, "image-redundant-alt": PICTURES,
}  # fmt: skip
_NOT_CONTENT = frozenset({"banner", "navigation", "contentinfo", "search", "complementary"})


@dataclass(frozen=True)
class Item:
    """Something to repair. `line`: of the source file, 0 when it is not known."""

    finding: FindingRow
    line: int


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the list, until the file is large enough; what looks the same in several states of a page stands once."""
    site = Site(view, config)
    files: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    seen: set[tuple[str, str, str, str]] = set()
    used = left_out = 0
    for kind, finding in for_authors(site):
        if used > MOST_TEXT:
            left_out += 1
            continue
        source = site.source_of(finding)
        if source is not None and source.confidence is Confidence.TEMPLATE:
            continue
        known = source is not None and source.confidence in (Confidence.SURE, Confidence.LIKELY)
        file = source.file if source else one_line(view.target_by_id[finding.target_id].target.url)
        same = (file, finding.rule.rule, finding.location.html, finding.message)
        if same in seen:
            continue
        seen.add(same)
        used += weight(finding)
        files[file][kind].append(Item(finding, source.line if source and known else 0))
    order = sorted(files, key=lambda file: -sum(len(items) for items in files[file].values()))
    listed = {file: {_(kind): files[file][kind] for kind in _violations_first(files[file])} for file in order}
    report.main.write_text(
        role_page("author", site, config, files=listed, left_out=left_out), encoding="utf-8", newline="\n"
    )


def _violations_first(kinds: dict[str, list[Item]]) -> list[str]:
    """The kinds in their order, but those with only questions and advice after those with violations."""

    def asks_only(kind: str) -> bool:
        return all(
            item.finding.outcome is not Outcome.FAILED or item.finding.rule.best_practice for item in kinds[kind]
        )

    return sorted((kind for kind in KINDS if kind in kinds), key=asks_only)


def for_authors(site: Site) -> Iterator[tuple[str, FindingRow]]:
    """Findings that authors can repair, with their kind, by group, worst first."""
    for section in Section:
        for group in site.sections[section]:
            if kind := kind_of(group.rule):
                for finding in site.view.findings(group=group.key):
                    if not _NOT_CONTENT & set(finding.location.identity.landmarks):
                        yield kind, finding


def kind_of(rule: RuleRow) -> str:
    """What a rule is about, for authors; empty when it is a matter of code."""
    if rule.rule in _BY_RULE:
        return _BY_RULE[rule.rule]
    if rule.rule in ("button-name", "label", "select-name", "frame-title") or "4.1.2" in rule.criteria[:1]:
        return ""
    return next((_BY_CRITERION[num] for num in rule.criteria if num in _BY_CRITERION), "")
