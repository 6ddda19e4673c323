"""Rows that repeat WCAG say "see WCAG section" and are not answered a second time (VPAT 2.5Rev).

OpenACR files have no such words: there 504.2 and 602.3 take the rolled-up answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import TERMS, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.editions import edition

RULE = LintRule("answered-twice", Severity.WARNING)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.kind == "openacr":
        return
    referring = {row.num: row.response for row in edition("int").rows if row.refers and "WCAG" in (row.response or "")}
    for entry in report.entries:
        if entry.num in referring and not entry.is_wcag and entry.level in TERMS and entry.level != "Not Applicable":
            yield RULE.problem(entry, "the WCAG tables answer this row; the template prints “See WCAG section” here")
