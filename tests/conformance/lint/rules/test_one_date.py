from __future__ import annotations

from tests.conformance.lint.lint_sample import messages, report

from a11ycheck.conformance.lint.rules import one_date


def test_passes_one_date_and_tests_before_it() -> None:
    assert messages(one_date, report(methods="Tested by hand from 3 November 2026 to 2026-11-20.")) == []


def test_warns_of_tests_that_are_younger_than_the_report() -> None:
    (message,) = messages(one_date, report(methods="Tested by hand in December 2026."))
    assert "December 2026 are younger than the report of November 2026" in message


def test_warns_of_another_date_in_title_file_or_field() -> None:
    assert "dated May 2025" in messages(one_date, report(title="Accessibility Conformance Report, May 2025"))[0]
    assert "dated June 2026" in messages(one_date, report(other_dates=("2026-06-19",)))[0]
    assert "several dates" in messages(one_date, report(date="3 May 2026, revised 24 November 2026"))[0]
