from __future__ import annotations

import pytest
from tests.conformance.acr_sample import ANN, SITE, WriteRun, not_audited, outcome, page

from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.verdicts import NO_VERDICTS, FindingVerdict, RowVerdict, StoredVerdicts
from a11ycheck.conformance.web import web_answer
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import edition

ROW = edition("508").row("1.1.1")
CELL = ROW.cells[0]
FAILED = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")


def answer(view, verdict, verdicts=NO_VERDICTS):
    return web_answer(ROW, CELL, collect(view, verdicts), verdict, "Supports")


def clean(write_run: WriteRun):
    return write_run(page(0, f"{SITE}/", (outcome("image-alt", Outcome.PASSED, "1.1.1"),)))


def test_a_signed_supports_stands_when_nothing_speaks_against_it(write_run: WriteRun) -> None:
    found = answer(clean(write_run), RowVerdict("Supports", ANN, "Every image has an alternative."))
    assert (found.level, found.remarks) == ("Supports", ("Every image has an alternative.",))
    assert not found.undecided


@pytest.mark.parametrize("level", ["Supports", "Not Applicable"])
def test_a_failure_that_nobody_rejected_is_a_conflict(level: str, write_run: WriteRun) -> None:
    found = answer(write_run(page(0, f"{SITE}/", (FAILED,))), RowVerdict(level, ANN, "Fine."))
    assert (found.level, found.suggested) == (None, level)
    assert "conflict" in found.codes


def test_supports_waits_for_open_questions(write_run: WriteRun) -> None:
    asked = outcome("image-alt", Outcome.CANT_TELL, "1.1.1", selector="img", message="m")
    assert "conflict" in answer(write_run(page(0, f"{SITE}/", (asked,))), RowVerdict("Supports", ANN)).codes


def test_a_check_that_did_not_complete_is_told_and_does_not_outrank_a_person(write_run: WriteRun) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("image-alt", Outcome.UNTESTED, "1.1.1", message="no time"),)))
    found = answer(view, RowVerdict("Supports", ANN))
    assert found.level == "Supports"
    assert "untested" in found.codes


def test_supports_waits_for_targets_that_were_not_audited(write_run: WriteRun) -> None:
    view = write_run(
        page(0, f"{SITE}/", (outcome("image-alt", Outcome.PASSED, "1.1.1"),)),
        not_audited(1, f"{SITE}/x", "timeout", ""),
    )
    assert answer(view, RowVerdict("Supports", ANN)).level is None


def test_a_stale_verdict_does_not_decide(write_run: WriteRun) -> None:
    found = answer(clean(write_run), RowVerdict("Supports", ANN, stale="the product version changed"))
    assert found.level is None
    assert "stale" in found.codes


def test_a_carried_over_verdict_does_not_decide(write_run: WriteRun) -> None:
    found = answer(clean(write_run), RowVerdict("Supports", ANN, carried_over=True))
    assert found.level is None
    assert "carried-over" in found.codes


@pytest.mark.parametrize("level", ["Partially Supports", "Does Not Support", "Not Applicable"])
def test_these_levels_need_remarks(level: str, write_run: WriteRun) -> None:
    assert "not-allowed" in answer(clean(write_run), RowVerdict(level, ANN)).codes
    assert answer(clean(write_run), RowVerdict(level, ANN, "Because.")).level == level


def test_remarks_from_confirmed_failures_serve_where_the_person_wrote_none(write_run: WriteRun) -> None:
    view = write_run(page(0, f"{SITE}/", (FAILED,)))
    seen = StoredVerdicts(findings={FAILED.fingerprint: FindingVerdict(True, ANN)})
    found = answer(view, RowVerdict("Partially Supports", ANN), seen)
    assert found.level == "Partially Supports"
    assert found.remarks[0].startswith("Images without a text alternative: 1 place on 1 of 1 page")


def test_a_persons_text_wins_over_generated_remarks(write_run: WriteRun) -> None:
    found = answer(
        write_run(page(0, f"{SITE}/", (FAILED,))), RowVerdict("Partially Supports", ANN, "One logo.\n\nFixed in 8.0.")
    )
    assert found.remarks == ("One logo.", "Fixed in 8.0.")


def test_where_nothing_failed_the_checks_are_named(write_run: WriteRun) -> None:
    found = [outcome(rule, Outcome.PASSED, "1.1.1", help=f"Help {rule}.") for rule in ("a", "b", "c", "d", "e")]
    text = answer(write_run(page(0, f"{SITE}/", tuple(found))), None).reasons[0].text
    assert text == (
        "The checks “Help a”, “Help b”, “Help c” and 2 more raised no failure on 1 page. That does not show that the criterion"
        " is met."
    )
