"""Not Evaluated may only stand in WCAG Level AAA rows (VPAT 2.5Rev, terms)."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("not-evaluated", Severity.ERROR)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        if entry.level == "Not Evaluated" and not entry.is_aaa:
            yield RULE.problem(entry, "Not Evaluated is allowed in WCAG Level AAA rows only")
