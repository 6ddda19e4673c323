"""Whether a report is of the edition that a buyer asks for: all its tables, whatever else the report holds."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.standards.editions import EditionId, edition

RULE_ID = "wrong-edition"


def missing_tables(report: Report, asked: EditionId) -> Iterator[Problem]:
    """A problem for each table of the edition of which the report answers no row; Level AAA is optional."""
    answered = {(entry.is_wcag, entry.num) for entry in report.entries}
    left_out = {chapter.id for chapter in report.chapters if chapter.disabled}
    for table in edition(asked).tables:
        rows = [row.num for row in table.rows if row.is_answered and not row.refers]
        if not rows or table.level == "AAA" or table.chapter in left_out:
            continue
        if not any((table.part == "wcag", num) in answered for num in rows):
            message = f"the {edition(asked).name} has this table; the report answers none of its rows"
            yield Problem(RULE_ID, Severity.ERROR, table.heading, message)
