"""A conformance report is open to every reader: no agreement, no form, no mark of secrecy in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("behind-a-gate", Severity.WARNING)
_GATE = re.compile(
    r"\b(?:non-?disclosure(?: agreement)?|under NDA|requires? an NDA|strictly confidential|confidential (?:and|&) proprietary"
    r"|company confidential|do not (?:distribute|redistribute))\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if found := _GATE.search(report.text):
        yield RULE.problem("report", f"“{found[0]}”: buyers and users with disabilities need to read it")
