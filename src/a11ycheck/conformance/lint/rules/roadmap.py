"""Known defects come with a way on: an issue number or link, a workaround or a plan, where the owner has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("roadmap", Severity.WARNING)
_SHORT = ("Partially Supports", "Does Not Support")
_WAY = re.compile(
    r"://|#\d+|\b[A-Z]{2,}-\d+\b|\b(?:issue|bug|ticket)s?\b|\bwork-?arounds?\b|\balternatively\b|\binstead\b|\bplan(?:ned|s)?\b"
    r"|\broad ?map\b|\bremediat\w+|\bwill be\b|\brelease\b|\bfix(?:ed|es)?\b|\bin progress\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    short = [entry for entry in report.entries if entry.level in _SHORT]
    stuck = dict.fromkeys(entry.num for entry in short if not _WAY.search(entry.remarks))
    if stuck and len(stuck) == len({entry.num for entry in short}):
        rows = ", ".join(list(stuck)[:8]) + (" …" if len(stuck) > 8 else "")
        yield RULE.problem(rows, f"no issue link, workaround or plan in any of the {len(stuck)} rows that fall short")
