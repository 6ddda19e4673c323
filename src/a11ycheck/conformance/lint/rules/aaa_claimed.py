"""Level AAA met throughout is not believed: hardly any product meets all of it."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("aaa-claimed", Severity.WARNING)
ENOUGH = 8


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    levels = {entry.level for entry in report.entries if entry.is_aaa and entry.level}
    met = {entry.num for entry in report.entries if entry.is_aaa and entry.level == "Supports"}
    if len(met) >= ENOUGH and levels <= {"Supports", "Not Applicable"}:
        yield RULE.problem(
            "WCAG Level AAA", f"{len(met)} criteria and not one falls short; reviewers will ask how that was tested"
        )
