"""A report of another edition than asked for is told table by table."""

from __future__ import annotations

import pytest

from a11ycheck.conformance.lint.buyer import RULE_ID, missing_tables
from a11ycheck.conformance.lint.document import Chapter, Entry, Report, Severity
from a11ycheck.standards.editions import EDITION_IDS, EditionId, edition


def full(asked: EditionId) -> Report:
    """A report that answers the first answerable row of every table."""
    entries = []
    for table in edition(asked).tables:
        rows = [row for row in table.rows if row.is_answered and not row.refers]
        entries += [Entry(table.chapter, row.num, "web", "Supports", "") for row in rows[:1]]
    return Report("openacr", entries=tuple(entries))


def places(report: Report, asked: EditionId) -> list[str]:
    return [problem.place for problem in missing_tables(report, asked)]


@pytest.mark.parametrize("asked", EDITION_IDS)
def test_one_answer_a_table_is_enough(asked: EditionId) -> None:
    assert places(full(asked), asked) == []


@pytest.mark.parametrize("asked", EDITION_IDS)
def test_an_empty_report_lacks_every_table_but_level_aaa(asked: EditionId) -> None:
    problems = list(missing_tables(Report("html"), asked))
    assert problems
    assert {(one.rule, one.severity) for one in problems} == {(RULE_ID, Severity.ERROR)}
    assert all(edition(asked).name in one.message for one in problems)
    assert not any("AAA" in one.place for one in problems)


def test_what_the_other_edition_adds_is_missing_and_what_both_have_is_not() -> None:
    missing = places(full("wcag"), "508")
    assert missing
    assert not any("Level A" in place for place in missing)
    assert places(full("int"), "508") == places(full("int"), "wcag") == []


def test_a_chapter_that_the_report_leaves_out_is_not_asked_for() -> None:
    table = next(table for table in edition("508").tables if table.part == "508" and table.rows)
    for disabled in (False, True):
        report = Report("openacr", chapters=(Chapter(table.chapter, disabled, "", ()),))
        assert (table.heading in places(report, "508")) is not disabled
