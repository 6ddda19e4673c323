"""An answer is undecided until a person or the template decides it, and a row is while one of its cells is."""

from __future__ import annotations

import pytest

from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.standards.editions import Row

OPEN = Answer("web", "Web", None, (Reason("needs-review-open", "1 open"), Reason("untested", "1 page")))
DECIDED = Answer("software", "Software", "Supports", (Reason("signed", "Jo, today"),))
PRINTED = Answer("none", "", None, (Reason("template", "as printed"),), printed="See WCAG 2.0 section")
ROW = Row("wcag", "1.1.1", "Non-text Content", "criterion", ())


@pytest.mark.parametrize(
    ("answer", "undecided"),
    [
        (OPEN, True),
        (DECIDED, False),
        (PRINTED, False),
        (Answer("web", "Web", None, (), suggested="Partially Supports"), True),
        (Answer("web", "Web", None, ()), True),
    ],
)
def test_a_suggestion_decides_nothing_and_what_the_template_prints_needs_no_decision(
    answer: Answer, undecided: bool
) -> None:
    assert answer.undecided is undecided


def test_the_codes_of_all_reasons() -> None:
    assert OPEN.codes == {"needs-review-open", "untested"}


@pytest.mark.parametrize(
    ("answers", "undecided"),
    [((), False), ((DECIDED,), False), ((PRINTED, DECIDED), False), ((DECIDED, OPEN), True)],
)
def test_one_open_cell_keeps_a_row_undecided(answers: tuple[Answer, ...], undecided: bool) -> None:
    assert Proposal(ROW, answers).undecided is undecided


def test_an_answer_is_found_by_its_component() -> None:
    proposal = Proposal(ROW, (OPEN, DECIDED))
    assert proposal.answer("software") is DECIDED
    with pytest.raises(KeyError, match="none"):
        proposal.answer()
