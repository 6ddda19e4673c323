from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import contradictions

FPC = {"component": "none", "chapter": "functional_performance_criteria"}
FPS = {"component": "none", "chapter": "en_301_549_functional_performance"}


def test_warns_when_a_functional_row_is_better_than_a_row_that_bears_on_it() -> None:
    short = entry("1.1.1", "Partially Supports")
    assert "1.1.1" in messages(contradictions, report(short, entry("302.1", **FPC)))[0]
    assert "1.1.1" in messages(contradictions, report(short, entry("4.2.1", **FPS)))[0]


def test_passes_when_the_functional_row_falls_short_too_or_nothing_does() -> None:
    both = report(entry("1.1.1", "Partially Supports"), entry("302.1", "Partially Supports", **FPC))
    assert messages(contradictions, both) == []
    assert messages(contradictions, report(entry("1.1.1"), entry("302.1", **FPC))) == []


def test_warns_when_a_functional_row_falls_short_and_nothing_behind_it_does() -> None:
    (message,) = messages(contradictions, report(entry("1.1.1"), entry("302.1", "Partially Supports", **FPC)))
    assert "every row that bears on these users is met" in message


@pytest.mark.parametrize(
    ("num", "component"), [("602.3", "electronic-docs"), ("504.2", "authoring-tool"), ("12.1.2", "Electronic Docs")]
)
def test_warns_when_a_row_that_repeats_wcag_is_better_than_wcag(num: str, component: str) -> None:
    short = entry("1.1.1", "Partially Supports", component=component)
    repeating = entry(num, component="none", chapter="support_documentation_and_services")
    (message,) = messages(contradictions, report(short, repeating))
    assert "the rows it repeats fall short: 1.1.1" in message
    assert messages(contradictions, report(entry("1.1.1", "Partially Supports", component="web"), repeating)) == []


def test_warns_when_an_en_clause_differs_from_the_criterion_it_repeats() -> None:
    clause = entry("9.1.1.1", component="none", chapter="en_301_549")
    (message,) = messages(contradictions, report(entry("1.1.1", "Does Not Support"), clause))
    assert "1.1.1 says Does Not Support for the same content" in message
    assert messages(contradictions, report(entry("1.1.1", "Does Not Support", component="software"), clause)) == []


def test_warns_when_en_is_better_than_508_for_the_same_users() -> None:
    given = report(entry("1.1.1"), entry("302.6", "Does Not Support", **FPC), entry("4.2.6", **FPS))
    assert "302.6 says Does Not Support" in messages(contradictions, given)[-1]
