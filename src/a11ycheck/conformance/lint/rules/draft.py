"""A draft is not issued: no draft mark and no undecided row is left."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("draft", Severity.ERROR)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.title.upper().startswith("DRAFT") or "DRAFT." in report.text or "DRAFT:" in report.notes:
        yield RULE.problem("title", "the report is marked as a draft")
