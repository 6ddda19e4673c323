from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import answered_twice


def test_warns_of_a_second_answer_to_wcag() -> None:
    (problem,) = found(answered_twice, report(entry("602.3", component="none", chapter="Chapter 6"), kind="html"))
    assert problem.place == "602.3"


def test_passes_openacr_and_other_rows() -> None:
    assert found(answered_twice, report(entry("602.3", component="none", chapter="Chapter 6"))) == []
    assert found(answered_twice, report(entry("602.2", component="none", chapter="Chapter 6"), kind="html")) == []
    away = entry("602.3", "Not Applicable", "No documentation.", component="none", chapter="Chapter 6")
    assert found(answered_twice, report(away, kind="html")) == []
