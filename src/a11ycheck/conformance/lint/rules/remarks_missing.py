"""Partially Supports and Does Not Support name what falls short and how, Not Applicable says why (VPAT 2.5Rev)."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("remarks-missing", Severity.ERROR)
ASKED = {
    "Partially Supports": "remarks must name the functions and how they fall short",
    "Does Not Support": "remarks must name the functions and how they fall short",
    "Not Applicable": "remarks must say why",
}


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        if entry.level in ASKED and not entry.remarks:
            yield RULE.problem(entry, f"{entry.level} without remarks: {ASKED[entry.level]}")
