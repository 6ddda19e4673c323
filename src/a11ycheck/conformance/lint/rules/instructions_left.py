"""ITI's instructions and the template's blanks are not in a published report (VPAT 2.5Rev)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("instructions-left", Severity.ERROR)
_LEFT = re.compile(
    r"essential requirements (?:and best practices )?for (?:authors|using)|best practices for (?:authors|using)"
    r"|about this document|\[(?:insert|enter|delete|add|type)\b[^\]\n]*\]|<(?:insert|enter)\b[^>\n]*>|lorem ipsum"
    r"|instructions? (?:pages? )?(?:should|must) be (?:deleted|removed)",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for text in dict.fromkeys(match[0] for match in _LEFT.finditer(report.text)):
        yield RULE.problem("report", f"the template's own text is still there: “{text[:60]}”")
