"""Answers of a report say where they stand, and a WCAG criterion is told from an EN clause of the same number."""

from __future__ import annotations

import pytest

from a11ycheck.conformance.lint.document import Entry, Report


def entry(num: str, *, chapter: str = "success_criteria_level_a", component: str = "web", line: int = 0) -> Entry:
    return Entry(chapter, num, component, "Supports", "", line)


@pytest.mark.parametrize(
    ("one", "place"),
    [
        (entry("1.1.1"), "1.1.1 web"),
        (entry("1.1.1", line=12), "1.1.1 web (line 12)"),
        (entry("602.2", component="none"), "602.2"),
        (entry("602.2", component="", line=3), "602.2 (line 3)"),
    ],
)
def test_a_place_is_row_component_and_line(one: Entry, place: str) -> None:
    assert one.place == place


@pytest.mark.parametrize(
    ("one", "wcag", "aaa"),
    [
        (entry("1.1.1"), True, False),
        (entry("1.4.6"), True, True),
        (entry("1.4.6", chapter="success_criteria_level_aaa"), True, True),
        (entry("5.1.2", chapter="en_301_549_chapter_5"), False, False),
        (entry("1.4.6", chapter="en_301_549_chapter_9"), False, False),
        (entry("602.2"), False, False),
        (entry("9.9.9"), False, False),
        (entry(""), False, False),
    ],
)
def test_a_wcag_row_is_told_by_number_and_chapter(one: Entry, wcag: bool, aaa: bool) -> None:
    assert (one.is_wcag, one.is_aaa) == (wcag, aaa)


def test_all_answers_of_a_row_in_the_order_of_the_file() -> None:
    entries = (entry("1.1.1"), entry("1.1.10"), entry("1.1.1", component="software"))
    report = Report("openacr", entries=entries)
    assert [one.component for one in report.answered("1.1.1")] == ["web", "software"]
    assert report.answered("1.1") == ()
