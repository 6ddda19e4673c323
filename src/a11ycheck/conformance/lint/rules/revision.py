"""A revised report has a new date and says in its notes what changed (VPAT 2.5Rev, essential requirements)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("revision", Severity.WARNING)
_REVISED = re.compile(r"\b(?:revised|updated|amended|modified)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:changes?d?|chang(?:ing|elog)|revis\w+|updat\w+|since|supersed\w+|replaces?|corrected|previous)\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    number = int(report.revision) if report.revision.isdigit() else 0
    if (number > 1 or _REVISED.search(report.date)) and not _TOLD.search(report.notes):
        what = f"this is revision {number} of the report" if number > 1 else f"the date says “{report.date[:40]}”"
        yield RULE.problem("notes", f"{what}, and the notes do not say what changed")
