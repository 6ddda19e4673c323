"""An accessible alternative that an answer relies on is described: what it is and how to reach it (VPAT 2.5Rev)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("alternative-undescribed", Severity.ERROR)
FEWEST = 12
_RELIES = re.compile(
    r"\bequivalent facilitation\b"
    r"|\b(?:accessible|alternate|alternative|conforming) (?:alternative|alternate|version|means|method)s?\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.entries:
        named = _RELIES.search(entry.remarks)
        if named and len(entry.remarks.split()) < FEWEST and "://" not in entry.remarks:
            yield RULE.problem(entry, f"“{named[0]}” is not described: say what it is and how users get to it")
