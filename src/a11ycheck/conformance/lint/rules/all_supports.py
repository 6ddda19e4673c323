"""A report in which everything is supported is not believed: most audits of real products find something."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import TERMS, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("all-supports", Severity.WARNING)
ENOUGH = 20


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    answered = [entry for entry in report.entries if entry.is_wcag and entry.level in TERMS]
    levels = {entry.level for entry in answered}
    supported = {entry.num for entry in answered if entry.level == "Supports"}
    if len(supported) >= ENOUGH and levels <= {"Supports", "Not Applicable"}:
        yield RULE.problem("WCAG tables", "not one criterion falls short; reviewers will ask how that was tested")
