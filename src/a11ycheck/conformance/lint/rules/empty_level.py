"""Every row that asks for an answer has a conformance level (VPAT 2.5Rev, essential requirements).

Headings, reserved rows and rows that only refer to others ask for none, though OpenACR's catalogs list some of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.editions import edition

RULE = LintRule("empty-level", Severity.ERROR)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        if not entry.level and (entry.is_wcag or entry.num not in _asks_nothing()):
            yield RULE.problem(entry, "no conformance level")


@cache
def _asks_nothing() -> frozenset[str]:
    rows = (row for row in edition("int").rows if row.part != "wcag")
    return frozenset(row.num for row in rows if not row.is_answered and row.question is None)
