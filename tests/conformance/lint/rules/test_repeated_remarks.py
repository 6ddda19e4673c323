from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import repeated_remarks

NUMS = ("1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1")


def test_warns_of_one_sentence_in_many_rows() -> None:
    (problem,) = found(repeated_remarks, report(*(entry(num, remarks="No  issues.") for num in NUMS)))
    assert problem.place == ", ".join(NUMS)


def test_passes_a_few_rows_several_components_of_one_row_and_not_applicable() -> None:
    assert found(repeated_remarks, report(*(entry(num) for num in NUMS[:3]))) == []
    assert found(repeated_remarks, report(*(entry(component=str(number)) for number in range(9)))) == []
    assert found(repeated_remarks, report(*(entry(num, "Not Applicable") for num in NUMS))) == []


def test_what_a_form_letter_fills_in_makes_no_difference() -> None:
    letter = "Checked “{0}” for {0}: 12 of 14 pages are fine."
    (problem,) = found(repeated_remarks, report(*(entry(num, remarks=letter.format(num)) for num in NUMS)))
    assert "5 rows" in problem.message
