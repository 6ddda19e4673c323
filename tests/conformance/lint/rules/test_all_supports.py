from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import all_supports
from a11ycheck.standards.wcag import criteria

ROWS = [criterion.num for criterion in criteria("2.2")]


def test_warns_when_nothing_falls_short() -> None:
    assert len(found(all_supports, report(*(entry(num) for num in ROWS)))) == 1


def test_passes_when_something_does_or_the_report_is_small() -> None:
    assert found(all_supports, report(*(entry(num) for num in ROWS[1:]), entry(ROWS[0], "Does Not Support"))) == []
    assert found(all_supports, report(entry())) == []


def test_answers_that_nobody_gave_count_for_nothing() -> None:
    drafted = [entry(num, "") for num in ROWS[1:]]
    assert found(all_supports, report(entry(ROWS[0]), *drafted)) == []
