from __future__ import annotations

import pytest
from tests.conformance.acr_sample import ANN, COMPLETE_PROFILE

from a11ycheck.conformance.provisions import provision_proposal
from a11ycheck.conformance.verdicts import NO_VERDICTS, RowVerdict, StoredVerdicts
from a11ycheck.standards.editions import edition


def propose(num: str, profile: dict[str, bool], verdicts=NO_VERDICTS, edition_id="508"):
    return provision_proposal(edition(edition_id).row(num), profile, verdicts)


@pytest.mark.parametrize(
    ("num", "question"),
    [("402.2.1", "hardware"), ("502.3.1", "native"), ("503.4.1", "media"), ("504.3", "authoring"), ("602.4", "paper")],
)
def test_a_no_in_the_profile_decides_not_applicable_with_the_reason(num: str, question: str) -> None:
    answer = propose(num, {question: False}).answer()
    assert answer.level == "Not Applicable"
    assert answer.reasons[0].code == "profile"
    assert answer.remarks


def test_an_unanswered_question_keeps_the_row_undecided_and_is_named() -> None:
    answer = propose("402.2.1", {}).answer()
    assert answer.level is None
    assert answer.reasons[0].text.startswith("Profile question not answered: ")
    assert "product.profile.hardware" in answer.reasons[0].text


def test_a_yes_leaves_the_row_to_a_person() -> None:
    answer = propose("503.4.1", {"media": True}).answer()
    assert (answer.level, answer.suggested) == (None, None)


@pytest.mark.parametrize("num", ["602.3"])
def test_602_3_needs_a_person_though_it_refers_to_the_wcag_tables(num: str) -> None:
    answer = propose(num, COMPLETE_PROFILE).answer()
    assert answer.undecided
    assert answer.printed == "See WCAG 2.0 section"
    assert "documentation" in answer.reasons[0].text


def test_504_2_is_not_applicable_where_nobody_can_write() -> None:
    assert propose("504.2", {"authoring": False}).answer().level == "Not Applicable"
    assert propose("504.2", {"authoring": True}).answer().undecided


def test_501_1_only_refers() -> None:
    answer = propose("501.1", {}).answer()
    assert answer.printed == "See WCAG 2.0 section"
    assert not answer.undecided


def test_a_heading_has_no_answer() -> None:
    assert propose("402.2", {}).answers == ()


def test_the_reserved_row_is_printed_as_the_template_has_it() -> None:
    answer = propose("412.5", {}).answer()
    assert (answer.printed, answer.undecided) == ("Reserved", False)


def test_a_person_decides() -> None:
    signed = StoredVerdicts(rows={("603.2", "none"): RowVerdict("Supports", ANN, "The help desk has a list.")})
    answer = propose("603.2", {"support": True}, signed).answer()
    assert (answer.level, answer.remarks) == ("Supports", ("The help desk has a list.",))


def test_every_row_of_every_edition_gets_a_proposal() -> None:
    for edition_id in ("508", "eu", "int"):
        for row in edition(edition_id).rows:
            if row.part != "wcag" and row.handling not in ("derive-fpc", "derive-fps"):
                found = provision_proposal(row, {}, NO_VERDICTS)
                assert bool(found.answers) or row.response or row.kind == "heading", row.num


def test_504_2_1_and_504_2_2_are_not_said_to_be_answered_elsewhere() -> None:
    for num in ("504.2.1", "504.2.2"):
        assert not any(
            "Authoring Tool component of the WCAG rows." in r.text for r in propose(num, {}).answer().reasons
        )


def test_a_row_that_repeats_wcag_refers_to_it_and_sums_it_up() -> None:
    signed = StoredVerdicts(rows={("602.3", "none"): RowVerdict("Supports", ANN, "The help site was audited.")})
    answer = propose("602.3", COMPLETE_PROFILE, signed).answer()
    assert (answer.printed, answer.level) == ("See WCAG 2.0 section:", "Supports")
    away = StoredVerdicts(rows={("602.3", "none"): RowVerdict("Not Applicable", ANN, "There is no documentation.")})
    assert propose("602.3", COMPLETE_PROFILE, away).answer().printed == ""
