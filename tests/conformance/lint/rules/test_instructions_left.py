from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import instructions_left


@pytest.mark.parametrize(
    "text", ["Essential Requirements for Authors", "[Insert product name]", "<enter date>", "Lorem ipsum dolor"]
)
def test_fails_what_the_template_says_to_its_authors(text: str) -> None:
    assert len(found(instructions_left, report(text=f"Report\n{text}\nmore"))) == 1


def test_passes_the_text_of_a_report() -> None:
    assert (
        found(instructions_left, report(text="This document [1] says what was tested, requirement by requirement."))
        == []
    )
