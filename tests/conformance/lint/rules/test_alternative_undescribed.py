from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import alternative_undescribed


def test_fails_an_alternative_that_is_only_named() -> None:
    (problem,) = found(alternative_undescribed, report(entry(remarks="An accessible alternative is provided.")))
    assert "accessible alternative" in problem.message


def test_passes_an_alternative_with_its_place_and_text_alternatives() -> None:
    told = "The diagram has an accessible alternative: a table with the same figures right below it on the page."
    assert found(alternative_undescribed, report(entry(remarks=told))) == []
    assert found(alternative_undescribed, report(entry(remarks="Images have text alternatives."))) == []
