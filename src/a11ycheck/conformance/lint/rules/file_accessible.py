"""The report is itself accessible: title, language, headings, header rows, alternatives of pictures.

Essential requirement of the template since 2.3Rev; Section 508 E205 holds for the file as for the product.
"""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("file-accessible", Severity.WARNING)


def check(report: Report) -> Iterable[Problem]:
    """One problem per fault of the file."""
    for place, message in report.faults:
        yield RULE.problem(place, message)
