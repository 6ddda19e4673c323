"""The report defines every term that it uses (VPAT 2.5Rev, essential requirements; terms nobody uses may go).

Where no definition can be read at all, such as from a table or a picture, only the heading is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import TERMS, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("terms-list", Severity.ERROR)
SECTION = 40


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.kind == "openacr":
        return
    lines = report.text.splitlines()
    starts = [place for place, line in enumerate(lines) if line.strip(" :").lower() == "terms"]
    if not starts:
        yield RULE.problem("terms", "the report has no list of terms with their definitions")
        return
    section = [line for start in starts for line in lines[start + 1 : start + SECTION]]
    used = {entry.level for entry in report.entries}
    defined = {
        term for term in TERMS if any(re.match(rf"{term}\b", line.strip(" •*-"), re.IGNORECASE) for line in section)
    }
    for term in TERMS:
        if defined and term in used - defined:
            yield RULE.problem("terms", f"{term} is used and not defined")
