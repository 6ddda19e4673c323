from __future__ import annotations

import pytest
from tests.conformance.acr_sample import ANN, COMPLETE_PROFILE

from a11ycheck.conformance.components import wcag_proposal
from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.verdicts import NO_VERDICTS, RowVerdict, StoredVerdicts
from a11ycheck.standards.editions import edition

NOTHING = RunEvidence(criteria={}, targets=())


def propose(num: str, profile: dict[str, bool], verdicts=NO_VERDICTS, edition_id="508"):
    return wcag_proposal(edition(edition_id).row(num), NOTHING, profile, verdicts, "Supports")


@pytest.mark.parametrize(("component", "question"), [("software", "native"), ("authoring-tool", "authoring")])
def test_a_no_makes_the_component_not_applicable_with_the_reason(component: str, question: str) -> None:
    answer = propose("1.1.1", {question: False}).answer(component)
    assert answer.level == "Not Applicable"
    assert answer.remarks


@pytest.mark.parametrize(
    ("component", "question"),
    [("software", "native"), ("authoring-tool", "authoring"), ("electronic-docs", "downloads")],
)
def test_an_unanswered_question_is_named_and_keeps_the_component_undecided(component: str, question: str) -> None:
    answer = propose("1.1.1", {}).answer(component)
    assert answer.level is None
    assert answer.reasons[0].text.startswith("Profile question not answered: ")
    assert f"product.profile.{question}" in answer.reasons[0].text


@pytest.mark.parametrize("component", ["software", "authoring-tool", "electronic-docs"])
def test_a_yes_leaves_the_component_to_a_person(component: str) -> None:
    everything = dict.fromkeys(COMPLETE_PROFILE, True)
    answer = propose("1.1.1", everything).answer(component)
    assert (answer.level, answer.suggested) == (None, None)
    assert "not tested by this run" in answer.reasons[0].text


def test_electronic_docs_stay_undecided_until_a_person_signs_that_none_is_in_scope() -> None:
    answer = propose("1.1.1", {"downloads": False}).answer("electronic-docs")
    assert (answer.level, answer.suggested) == (None, "Not Applicable")
    signed = StoredVerdicts(rows={("1.1.1", "electronic-docs"): RowVerdict("Not Applicable", ANN, "No documents.")})
    assert propose("1.1.1", {"downloads": False}, signed).answer("electronic-docs").level == "Not Applicable"


def test_the_508_edition_has_no_closed_component_and_en_editions_have() -> None:
    assert "closed" not in {answer.component for answer in propose("1.1.1", {}).answers}
    assert propose("1.1.1", {"closed": False}, edition_id="eu").answer("closed").level == "Not Applicable"


def test_a_preset_of_the_template_is_printed_and_asks_nobody() -> None:
    answer = propose("2.1.1", {}, edition_id="eu").answer("closed")
    assert answer.printed == "See EN 301 549 5.1.3.1 through 5.1.3.16"
    assert not answer.undecided
