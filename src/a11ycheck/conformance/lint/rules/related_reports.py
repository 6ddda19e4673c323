"""Where other reports cover the same product, the notes say how to get them (VPAT 2.5Rev, essential requirements)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("related-reports", Severity.WARNING)
_OTHER = re.compile(
    r"\b(?:separate|another|other|additional|related|companion)\b[^.]{0,40}\b(?:acrs?|vpats?®?|conformance reports?)\b",
    re.IGNORECASE,
)
_HOW = re.compile(r"://|@|\bcontact\b|\bon request\b|\bavailable (?:at|from)\b", re.IGNORECASE)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if (named := _OTHER.search(report.notes)) and not _HOW.search(report.notes):
        yield RULE.problem("notes", f"“{named[0][:60]}”: the notes do not say how to get it")
