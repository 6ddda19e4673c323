from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.document import TERMS
from a11ycheck.conformance.lint.rules import terms


@pytest.mark.parametrize("level", ["Supports with Exceptions", "Passes", "N/A", "supports"])
def test_fails_another_term(level: str) -> None:
    assert len(found(terms, report(entry(level=level)))) == 1


@pytest.mark.parametrize("level", ["", *TERMS])
def test_passes_terms_of_the_template_and_leaves_empty_ones_to_another_rule(level: str) -> None:
    assert found(terms, report(entry(level=level))) == []


def test_a_draft_that_is_undecided_is_told_so() -> None:
    (problem,) = found(terms, report(entry(level="Undecided failure, unconfirmed")))
    assert problem.message.startswith("nobody has decided")
