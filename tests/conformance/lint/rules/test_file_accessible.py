from __future__ import annotations

from tests.conformance.lint.lint_sample import messages, report

from a11ycheck.conformance.lint.rules import file_accessible


def test_each_fault_of_the_file_is_a_problem() -> None:
    given = report(faults=(("table 1", "no header row"), ("picture 2", "no alternative")))
    assert messages(file_accessible, given) == ["table 1: no header row", "picture 2: no alternative"]


def test_a_file_without_faults() -> None:
    assert messages(file_accessible, report()) == []
