"""The tables keep the columns of the template: Criteria, Conformance Level, Remarks and Explanations."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("table-structure", Severity.WARNING)
COLUMNS = ("criteria", "conformance level", "remarks and explanations")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for chapter in report.chapters:
        columns = tuple(" ".join(name.lower().split()) for name in chapter.columns)
        if columns and columns != COLUMNS:
            named = " | ".join(" ".join(name.split()) for name in chapter.columns)
            yield RULE.problem(chapter.id or "table", f"the columns are not those of the template: {named[:120]}")
