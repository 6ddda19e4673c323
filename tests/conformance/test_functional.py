from __future__ import annotations

from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.functional import functional_proposal
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.verdicts import NO_VERDICTS, RowVerdict, StoredVerdicts
from a11ycheck.model import Outcome
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
    assert any("from 6 rows; 1 of them are undecided: " in reason.text for reason in answer.reasons)


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


def test_remarks_name_each_kind_of_barrier_once_with_its_rows(write_run: WriteRun, config: Config) -> None:
    both = outcome("link-name", Outcome.FAILED, "2.4.4", "4.1.2", selector="a")
    bare = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")
    acr = build(write_run(page(0, f"{SITE}/", (both, bare))), config)
    said = {p.row.num: p.answer().remarks for p in acr.proposals if p.row.num.startswith("302.") and p.answers}
    assert said["302.1"] == (
        "Barriers that bear on these users, found by automated checks and not yet confirmed: images without a text"
        " alternative (1.1.1); links without a name (2.4.4, 4.1.2).",
    )
    assert said["302.3"] == ()


def test_a_signed_shortfall_keeps_the_generated_remarks_until_a_person_writes_some(
    write_run: WriteRun, config: Config
) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img"),)))

    def answer(remarks: str) -> Answer:
        signed = StoredVerdicts(rows={("302.1", "none"): RowVerdict("Partially Supports", ANN, remarks)})
        acr = build(view, config, verdicts=signed)
        return next(p for p in acr.proposals if p.row.num == "302.1").answer()

    assert "images without a text alternative (1.1.1)" in answer("").remarks[0]
    assert answer("Written by Ann.").remarks == ("Written by Ann.",)
