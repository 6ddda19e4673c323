"""The contact is somebody who knows accessibility, not a sales desk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("contact", Severity.WARNING)
_SALES = re.compile(r"\b(?:sales|marketing|info|press|bizdev)@", re.IGNORECASE)
_REACH = re.compile(r"[@\d]|://")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if sales := _SALES.search(report.contact):
        yield RULE.problem("contact information", f"“{sales[0]}…” leads to sales; name who answers on accessibility")
    elif report.contact and not _REACH.search(report.contact):
        yield RULE.problem("contact information", "neither an email address nor a telephone number nor a link")
