"""Remarks are about their row: the same sentence in many rows tells a reviewer nothing.

Sentences that differ only in the number or name of the row, in figures or in quoted names count as the same. Not Applicable
is left out, since one reason can hold for a whole chapter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import TERMS, Entry, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.wcag import criterion

RULE = LintRule("repeated-remarks", Severity.WARNING)
LIMIT = 4
_VARIES = re.compile(r"[“\"'‘][^”\"'’]{1,80}[”\"'’]|\d+(?:[.,]\d+)*")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    rows: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in report.entries:
        if entry.remarks and entry.level in TERMS and entry.level != "Not Applicable":
            rows[_bare(entry)][entry.num] = None
    for text, nums in rows.items():
        if len(nums) >= LIMIT:
            yield RULE.problem(", ".join(nums), f"the same remarks stand in {len(nums)} rows: “{text[:60]}”")


def _bare(entry: Entry) -> str:
    """The remarks without what a form letter fills in: row, name of the criterion, figures, quoted names."""
    text = " ".join(entry.remarks.lower().split())
    if entry.is_wcag:
        text = text.replace(criterion(entry.num).name.lower(), "…")
    return _VARIES.sub("…", text.replace(entry.num, "…"))
