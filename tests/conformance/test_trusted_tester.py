from __future__ import annotations

from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, page

from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.trusted_tester import Line, sheet
from a11ycheck.conformance.verdicts import NO_VERDICTS, FindingVerdict, StoredVerdicts, Verdicts
from a11ycheck.model import CheckOutcome, Outcome
from a11ycheck.store.queries import RunView

CONTRAST = outcome("color-contrast", Outcome.FAILED, "1.4.3", selector="p", message="3:1")
IMAGE = outcome("hidden-image", Outcome.FAILED, "1.1.1", selector="img", check="hidden-image", message="No name")


def lines(view: RunView, verdicts: Verdicts = NO_VERDICTS) -> dict[str, Line]:
    return {line.condition.id: line for line in sheet(collect(view, verdicts))}


def confirmed(*outcomes: CheckOutcome, barrier: bool = True) -> StoredVerdicts:
    return StoredVerdicts(findings={one.fingerprint: FindingVerdict(barrier, ANN, "Seen.") for one in outcomes})


def test_all_conditions_stand_there_with_a_procedure(sample_view: RunView) -> None:
    found = lines(sample_view)
    assert len(found) == 61
    assert all(line.procedure and line.requirements for line in found.values())


def test_an_unconfirmed_failure_is_a_hint_and_no_result(write_run: WriteRun) -> None:
    found = lines(write_run(page(0, f"{SITE}/", (CONTRAST,))))
    assert not any(line.result for line in found.values())
    assert found["13.C"].hints[0].startswith("Failure not confirmed by a person: ")


def test_a_confirmed_failure_fails_its_condition_alone(write_run: WriteRun) -> None:
    found = lines(write_run(page(0, f"{SITE}/", (CONTRAST,))), confirmed(CONTRAST))
    assert [name for name, line in found.items() if line.result] == ["13.C"]
    assert found["13.C"].result == "Fail"
    assert "1 place on 1 of 1 page" in found["13.C"].evidence[0]


def test_a_failure_that_fits_several_conditions_fails_none(write_run: WriteRun) -> None:
    found = lines(write_run(page(0, f"{SITE}/", (IMAGE,))), confirmed(IMAGE))
    assert not any(line.result for line in found.values())
    named = [name for name, line in found.items() if line.hints]
    assert named == ["7.A", "7.B", "7.C", "7.D"]


def test_passes_and_rejected_findings_leave_the_sheet_blank(write_run: WriteRun) -> None:
    passed = outcome("document-title", Outcome.PASSED, "2.4.2")
    found = lines(write_run(page(0, f"{SITE}/", (CONTRAST, passed))), confirmed(CONTRAST, barrier=False))
    assert not any(line.result or line.hints or line.evidence for line in found.values())
