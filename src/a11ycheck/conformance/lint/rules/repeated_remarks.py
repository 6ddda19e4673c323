"""Remarks are about their row: the same sentence in many rows tells a reviewer nothing.

Not Applicable is left out, since one reason can hold for a whole chapter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("repeated-remarks", Severity.WARNING)
LIMIT = 5


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    rows: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in report.entries:
        if entry.remarks and entry.level and entry.level != "Not Applicable":
            rows[" ".join(entry.remarks.lower().split())][entry.num] = None
    for text, nums in rows.items():
        if len(nums) >= LIMIT:
            yield RULE.problem(", ".join(nums), f"the same remarks stand in {len(nums)} rows: “{text[:60]}”")
