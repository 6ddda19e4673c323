from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import report_date


@pytest.mark.parametrize("given", ["05/13/2025", "4.5.2025", "1/2/25", "", "soon", "2025"])
def test_fails_ambiguous_missing_and_unreadable_dates(given: str) -> None:
    assert [problem.rule for problem in found(report_date, report(date=given))] == ["report-date"]


def test_passes_a_date_of_last_month() -> None:
    assert found(report_date, report(date=(date.today() - timedelta(days=30)).isoformat())) == []


def test_warns_of_a_date_in_the_future() -> None:
    (problem,) = found(report_date, report(date=(date.today() + timedelta(days=40)).isoformat()))
    assert "future" in problem.message


@pytest.mark.parametrize(("days", "limit"), [(400, "12 months"), (800, "24 months")])
def test_warns_of_age(days: int, limit: str) -> None:
    (problem,) = found(report_date, report(date=(date.today() - timedelta(days=days)).isoformat()))
    assert problem.rule == "report-age"
    assert limit in problem.message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 May 2025", date(2025, 5, 4)),
        ("May 4, 2025", date(2025, 5, 4)),
        ("May 2025", date(2025, 5, 1)),
        ("2025-05-04", date(2025, 5, 4)),
        ("24 November 2026 (the day of the run)", date(2026, 11, 24)),
        ("31 February 2025", None),
    ],
)
def test_reads_unambiguous_forms(text: str, day: date | None) -> None:
    assert report_date.parse(text) == day
