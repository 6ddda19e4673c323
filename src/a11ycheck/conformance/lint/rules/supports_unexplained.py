"""Supports without remarks: the template's closing check asks for level and remarks in each row, and reviewers do too."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("supports-unexplained", Severity.WARNING)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        if entry.level == "Supports" and not entry.remarks:
            yield RULE.problem(entry, "Supports without remarks: say how it was tested")
