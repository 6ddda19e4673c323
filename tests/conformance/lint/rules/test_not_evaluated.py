from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import not_evaluated


@pytest.mark.parametrize(
    ("num", "chapter"), [("1.1.1", "a"), ("1.4.3", "aa"), ("302.1", "functional"), ("504.2", "software")]
)
def test_fails_outside_level_aaa(num: str, chapter: str) -> None:
    assert len(found(not_evaluated, report(entry(num, "Not Evaluated", chapter=chapter)))) == 1


def test_fails_an_en_clause_that_shares_its_number_with_a_level_aaa_criterion() -> None:
    clause = entry("2.4.13", "Not Evaluated", chapter="en_301_549_functional_performance", component="none")
    assert len(found(not_evaluated, report(clause))) == 1


def test_passes_in_level_aaa() -> None:
    assert found(not_evaluated, report(entry("2.4.13", "Not Evaluated"))) == []
