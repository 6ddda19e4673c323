"""Evaluation methods say who tested: people of the vendor, an independent party, and that they know accessibility."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("who-tested", Severity.WARNING)
_WHO = re.compile(
    r"\bby\b|\b(?:testers?|teams?|auditors?|evaluators?|reviewers?|engineers?|specialists?|consultants?|experts?|staff"
    r"|third[- ]party|independent(?:ly)?|in-?house|internal(?:ly)?|our|we|conducted|performed)\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.methods and not _WHO.search(report.methods):
        yield RULE.problem("evaluation methods", "nothing says who tested")
