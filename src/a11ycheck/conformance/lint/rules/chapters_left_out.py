"""A chapter that is left out is explained in a note (VPAT 2.5Rev, what may be left out)."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("chapter-left-out", Severity.WARNING)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for chapter in report.chapters:
        if chapter.disabled and not chapter.notes:
            yield RULE.problem(chapter.id, "the chapter is left out without a note that says why")
