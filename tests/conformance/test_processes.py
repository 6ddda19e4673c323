from __future__ import annotations

from tests.conformance.acr_sample import ANN, SITE, WriteRun, outcome, page

from a11ycheck.application import Process
from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.processes import complete_processes
from a11ycheck.conformance.verdicts import FindingVerdict, StoredVerdicts
from a11ycheck.model import Outcome
from a11ycheck.store.audit_sample import make
from a11ycheck.store.queries import RunView

JOIN = Process(name="Join a team", states=("/join", "code", "/gone"))


def run_of(write_run: WriteRun) -> RunView:
    broken = outcome("label", Outcome.FAILED, "4.1.2", selector="input")
    return write_run(
        page(0, f"{SITE}/join", ()), page(1, f"{SITE}/join", (broken,), state="code"), page(2, f"{SITE}/other", ())
    )


def test_a_configured_process_is_found_by_paths_and_states(write_run: WriteRun) -> None:
    (process,) = complete_processes(run_of(write_run), (JOIN,), None)
    assert [place for place, _ in process.steps] == ["/join", "/join [code]"]
    assert (process.missing, process.sampled) == (("/gone",), False)


def test_the_sample_says_more_of_a_process_than_the_configuration(write_run: WriteRun) -> None:
    view = run_of(write_run)
    sample = make(view, [], {"Join a team": ["/join", "/join [code]"], "Look": ["/other"]}, seed=0, percent=0)
    found = complete_processes(view, (JOIN,), sample)
    assert [(process.name, process.sampled, process.missing) for process in found] == [
        ("Join a team", True, ()),
        ("Look", True, ()),
    ]


def test_a_failing_step_is_told_with_whether_a_person_saw_it(write_run: WriteRun) -> None:
    view = run_of(write_run)
    (process,) = complete_processes(view, (JOIN,), None)
    assert process.failing_steps(collect(view).of("4.1.2")) == ((2, False),)
    seen = StoredVerdicts({finding.fingerprint: FindingVerdict(True, ANN) for finding in view.findings()})
    assert process.failing_steps(collect(view, seen).of("4.1.2")) == ((2, True),)
    assert process.failing_steps(collect(view).of("1.1.1")) == ()


def test_one_failed_step_fails_the_process_in_row_and_list(write_run: WriteRun, config: Config) -> None:
    acr = build(run_of(write_run), config.model_copy(update={"process": (JOIN,)}))
    answer = next(p for p in acr.proposals if p.row.num == "4.1.2").answer("web")
    reason = next(reason for reason in answer.reasons if reason.code == "process")
    assert reason.text == "One failed step fails a whole process: “Join a team” at step 2 of 2."
    (account,) = acr.accounts
    assert account.lines == (
        "“Join a team”, 2 steps: step 2, /join [code], fails 4.1.2. Steps that this run does"
        " not have: /gone. It is not part of the audit sample, so no person judges it as a whole.",
    )
