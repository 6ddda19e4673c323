"""Answers do not contradict each other: a functional performance row is no better than the rows that bear on it.

A reviewer's classic: 1.1.1 Partially Supports, 302.1 Without Vision Supports. The mapping is that of section508.gov
for Section 508, Table B.2 of V3.2.1 (primary relations) for EN 301 549.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.functional import FpcSource, Strength, fpc, fpc_criteria, fps, fps_criteria

RULE = LintRule("contradiction", Severity.WARNING)
FPC_SOURCE: tuple[FpcSource, ...] = ("section508.gov",)
FPS_STRENGTH: tuple[Strength, ...] = ("primary",)
_SHORT = ("Partially Supports", "Does Not Support")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    short = {entry.num for entry in report.entries if entry.is_wcag and entry.level in _SHORT}
    mapped = {row.num: fpc_criteria(row.num, FPC_SOURCE) for row in fpc()}
    mapped |= {row.num: fps_criteria(row.num, FPS_STRENGTH) for row in fps()}
    for entry in report.entries:
        if entry.level == "Supports" and not entry.is_wcag and entry.num in mapped:
            against = [num for num in mapped[entry.num] if num in short]
            if against:
                yield RULE.problem(entry, f"Supports, though {', '.join(against)} fall short for the same users")
