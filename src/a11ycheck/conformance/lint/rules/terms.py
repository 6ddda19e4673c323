"""Levels are the five terms of the template, and nothing else.

"Supports with Exceptions" left the template in version 2.2 (June 2018); "Passes" and the like were never in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import TERMS, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("unknown-term", Severity.ERROR)
UNDECIDED = "Undecided"


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        if entry.level.startswith(UNDECIDED):
            yield RULE.problem(entry, "nobody has decided this answer; a report that is issued has none of these")
        elif entry.level and entry.level not in TERMS:
            yield RULE.problem(entry, f"“{entry.level[:60]}” is not a term of the template")
