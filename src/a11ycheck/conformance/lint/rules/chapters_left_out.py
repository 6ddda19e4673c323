"""A chapter that is left out is explained in a note (VPAT 2.5Rev, what may be left out), and nothing else answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.conformance.remarks import plural

RULE = LintRule("chapter-left-out", Severity.WARNING)
DOCUMENTATION = "support_documentation_and_services"


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for chapter in report.chapters:
        if not chapter.disabled:
            continue
        if not chapter.notes:
            yield RULE.problem(chapter.id, "the chapter is left out without a note that says why")
        if chapter.id == DOCUMENTATION:
            judged = [
                entry.num
                for entry in report.entries
                if entry.component == "electronic-docs" and "upports" in entry.level
            ]
            if judged:
                yield RULE.problem(
                    chapter.id,
                    f"the chapter is left out, though documents are judged in {plural(len(judged), 'WCAG row')}",
                )
