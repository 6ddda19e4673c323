from __future__ import annotations

from tests.conformance.acr_sample import ANN

from a11ycheck.conformance.functional import functional_proposal
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.verdicts import NO_VERDICTS, RowVerdict, StoredVerdicts
from a11ycheck.standards.editions import edition
from a11ycheck.standards.functional import fpc_criteria

TEMPLATE = edition("int")
ROW = TEMPLATE.row("302.3")


def proposals(edition_rows=TEMPLATE, **special: Answer) -> dict[str, Proposal]:
    """All WCAG rows supported, but for the ones given as c1_4_3."""
    met = Answer("web", "Web", "Supports", ())
    return {
        row.num: Proposal(row, (special.get(f"c{row.num.replace('.', '_')}", met),))
        for row in edition_rows.rows
        if row.part == "wcag"
    }


def test_is_a_suggestion_even_when_every_mapped_row_is_decided() -> None:
    answer = functional_proposal(ROW, proposals(), NO_VERDICTS).answer()
    assert (answer.level, answer.suggested) == (None, "Supports")


def test_a_mapped_row_that_falls_short_suggests_partially_supports() -> None:
    short = Answer("web", "Web", "Does Not Support", ())
    answer = functional_proposal(ROW, proposals(c1_4_3=short), NO_VERDICTS).answer()
    assert (answer.level, answer.suggested) == (None, "Partially Supports")
    assert any("1.4.3" in reason.text and "Failures" in reason.text for reason in answer.reasons)


def test_an_undecided_mapped_row_leaves_no_suggestion() -> None:
    answer = functional_proposal(ROW, proposals(c1_4_1=Answer("web", "Web", None, ())), NO_VERDICTS).answer()
    assert answer.suggested is None
    assert any("1 of the 6 rows are undecided" in reason.text for reason in answer.reasons)


def test_an_unconfirmed_failure_is_marked_and_suggests_nothing() -> None:
    open_failure = Answer("web", "Web", None, (), mark="failure, unconfirmed")
    answer = functional_proposal(ROW, proposals(c1_4_3=open_failure), NO_VERDICTS).answer()
    assert (answer.mark, answer.suggested) == ("failure, unconfirmed", None)


def test_508_rows_roll_up_from_the_38_criteria_of_wcag_2_0_only() -> None:
    newer = Answer("web", "Web", "Does Not Support", ())
    found = functional_proposal(ROW, proposals(c1_4_11=newer, c2_5_8=newer), NO_VERDICTS).answer()
    assert found.suggested == "Supports"
    text = found.reasons[0].text
    assert text == f"Rolls up from 6 rows: {', '.join(fpc_criteria('302.3'))}."


def test_a_row_that_nothing_maps_to_is_for_a_person() -> None:
    answer = functional_proposal(TEMPLATE.row("302.6"), proposals(), NO_VERDICTS).answer()
    assert (answer.level, answer.suggested) == (None, None)
    assert "a person answers" in answer.reasons[0].text


def test_a_signed_supports_conflicts_with_a_failing_mapped_row() -> None:
    short = Answer("web", "Web", "Partially Supports", ())
    signed = StoredVerdicts(rows={("302.3", "none"): RowVerdict("Supports", ANN, "Tested in greyscale.")})
    assert "conflict" in functional_proposal(ROW, proposals(c1_4_3=short), signed).answer().codes
    assert functional_proposal(ROW, proposals(), signed).answer().level == "Supports"


def test_en_statements_roll_up_from_criteria_and_en_rows() -> None:
    rows = proposals(edition("eu"))
    rows["11.7"] = Proposal(edition("eu").row("11.7"), (Answer("none", "", "Partially Supports", ()),))
    answer = functional_proposal(edition("eu").row("4.2.2"), rows, NO_VERDICTS).answer()
    assert answer.suggested == "Partially Supports"
