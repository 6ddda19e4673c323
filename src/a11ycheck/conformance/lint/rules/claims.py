"""The report claims no more than an ACR can: it is neither a certificate nor a statement of compliance or a score."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("claims", Severity.WARNING)
_CLAIM = re.compile(
    r"\b(?:fully|100\s?%|is|are)\s+(?:508|section 508|ada|wcag[\w .]*?|accessibility)?[- ]?(?:compliant|certified)\b"
    r"|\b\d{1,3}\s?% (?:accessible|conformant|compliant)\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    places = [("title", report.title), ("notes", report.notes), ("product description", report.description)]
    places += [(entry.place, entry.remarks) for entry in report.entries]
    for place, text in places:
        for match in _CLAIM.finditer(text):
            yield RULE.problem(place, f"“{match[0]}” is not for an ACR to say")
