"""Rows, components and chapters are those of the catalog that the report names, all of them, and none removed singly.

Single criteria are never removed; only whole chapters may be (VPAT 2.5Rev). OpenACR's own validator passes a report with
invented rows when no catalog is given, and never asks for completeness.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.openacr import Catalog, catalogs

RULE = LintRule("catalog-rows", Severity.ERROR)
_SECTION_508 = frozenset(
    {"functional_performance_criteria", "hardware", "software", "support_documentation_and_services"}
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.kind != "openacr":
        return
    catalog = catalogs().get(report.catalog)
    if catalog is None:
        named = f"“{report.catalog}” is not a 2.5 catalog" if report.catalog else "no catalog is named"
        yield RULE.problem("catalog", f"{named}; rows cannot be checked for completeness")
        yield from _extra_standards(report)
        return
    yield from _against(report, catalog)


def _against(report: Report, catalog: Catalog) -> Iterator[Problem]:
    known = {chapter.id: {row.num: row for row in chapter.rows} for chapter in catalog.chapters}
    for chapter in report.chapters:
        if chapter.id not in known:
            if not chapter.disabled:
                yield RULE.problem(chapter.id, "the catalog has no such chapter")
            continue
        if chapter.disabled:
            continue
        for num in chapter.nums:
            if num not in known[chapter.id]:
                yield RULE.problem(num, f"the catalog has no such row in {chapter.id}")
        for num in known[chapter.id]:
            if num not in chapter.nums:
                yield RULE.problem(num, f"the row is missing in {chapter.id}; single rows are never removed")
    for entry in report.entries:
        row = known.get(entry.chapter, {}).get(entry.num)
        if row is not None and entry.component not in row.components:
            yield RULE.problem(entry, f"the catalog has no component “{entry.component}” here")
    for missing in known.keys() - {chapter.id for chapter in report.chapters}:
        yield RULE.problem(missing, "the chapter is missing; disable it with a note if it is left out")


def _extra_standards(report: Report) -> Iterator[Problem]:
    """A catalog of the WCAG edition whose report answers Section 508 chapters all the same."""
    if "508" in report.catalog or not report.catalog:
        return
    for chapter in report.chapters:
        if chapter.id in _SECTION_508 and chapter.nums and not chapter.disabled:
            yield RULE.problem(chapter.id, f"the chapter is filled, yet the catalog “{report.catalog}” lacks it")
