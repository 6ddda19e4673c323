from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.config import Config
from a11ycheck.conformance.verdicts import FindingVerdict, Signature, StoredVerdicts
from a11ycheck.errors import ConfigError, ExitCode
from a11ycheck.gate.baseline import of_run, write
from a11ycheck.gate.counting import Counting
from a11ycheck.gate.instances import instances
from a11ycheck.gate.verdict import GateResult, Standing, decide
from a11ycheck.gating import Budget, Suppression
from a11ycheck.model import Impact, Outcome, TargetStatus
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import NOT_A_BARRIER, Verdict, save

TODAY = date(2026, 5, 1)


def known(view: RunView, path: Path, config: Config | None = None) -> Config:
    """A configuration whose baseline knows this run."""
    config = config or Config()
    counting = Counting(config)
    write(
        path / "known.json",
        of_run(view, instances(view, counting.asks_for), counting.kinds),
    )
    return config.model_copy(update={"baseline_file": path / "known.json"})


def codes(result: GateResult) -> tuple[int, int]:
    return len(result.failures), result.exit_code


def test_fails_on_a_violation_of_the_standard(run: Run) -> None:
    assert codes(decide(run(page("/a", barrier())), Config())) == (1, ExitCode.GATE_FAILED)


@pytest.mark.parametrize(
    "one",
    [
        barrier(outcome=Outcome.CANT_TELL),
        barrier("region", best_practice=True),
        barrier("color-contrast-enhanced", check="other"),
    ],
)
def test_passes_on_what_is_no_violation_of_the_standard(run: Run, one: object) -> None:
    one = one.model_copy(update={"criteria": ("1.4.6",)}) if one.check == "other" else one
    assert codes(decide(run(page("/a", one)), Config())) == (0, ExitCode.OK)


def test_fails_on_review_and_best_practice_when_asked(run: Run) -> None:
    view = run(page("/a", barrier(outcome=Outcome.CANT_TELL), barrier("region", best_practice=True)))
    assert codes(decide(view, Config(fail_on_review=True))) == (1, ExitCode.GATE_FAILED)
    assert codes(decide(view, Config(fail_on_best_practice=True))) == (1, ExitCode.GATE_FAILED)


@pytest.mark.parametrize(
    ("threshold", "failing"), [(None, 4), (Impact.MINOR, 4), (Impact.SERIOUS, 2), (Impact.CRITICAL, 1)]
)
def test_the_impact_threshold_holds_for_each_finding(run: Run, threshold: Impact | None, failing: int) -> None:
    barriers = [barrier(anchor=f"file:{impact.value}.png", impact=impact) for impact in Impact]
    assert len(decide(run(page("/a", *barriers)), Config(fail_on=threshold)).failures) == failing


def test_exit_zero_hides_a_failure_and_never_an_unknown_page(run: Run) -> None:
    assert decide(run(page("/a", barrier())), Config(exit_zero=True)).exit_code == ExitCode.OK
    lost = page("/b", status=TargetStatus.NOT_AUDITED, reason="http-error")
    result = decide(run(page("/a", barrier()), lost), Config(exit_zero=True))
    assert result.exit_code == ExitCode.NOT_AUDITED
    assert result.line == "Unknown: 1 target could not be audited in full; 1 finding in 1 group count against the gate."


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (page("/a", status=TargetStatus.PARTIAL, reason="never-quiet"), ExitCode.OK),
        (page("/a", status=TargetStatus.PARTIAL, reason="same-state"), ExitCode.NOT_AUDITED),
        (page("/a", status=TargetStatus.PARTIAL, reason="time"), ExitCode.NOT_AUDITED),
        (page("/a", status=TargetStatus.NOT_AUDITED, reason="blank"), ExitCode.NOT_AUDITED),
    ],
)
def test_pages_that_were_not_audited_in_full_are_never_green(run: Run, result: object, code: ExitCode) -> None:
    assert decide(run(result), Config()).exit_code == code


def test_nothing_audited_and_unread_plans_are_never_green(run: Run) -> None:
    assert decide(run(), Config()).line == "Nothing was audited."
    assert decide(run(), Config()).exit_code == ExitCode.NOT_AUDITED
    assert decide(run(page("/a")), Config(), ("a folder could not be read",)).exit_code == ExitCode.NOT_AUDITED


def test_a_known_finding_passes_and_a_new_one_beside_it_fails(run: Run, tmp_path: Path) -> None:
    config = known(run(page("/a", barrier())), tmp_path)
    assert codes(decide(run(page("/a", barrier())), config)) == (0, ExitCode.OK)
    result = decide(run(page("/a", barrier(), barrier(anchor="file:new.png"))), config)
    assert codes(result) == (1, ExitCode.GATE_FAILED)
    assert result.line == "Gate failed: 1 new finding in 1 group."
    assert sorted(result.standing.values()) == [Standing.FAILS, Standing.KNOWN]


def test_a_fix_does_not_pay_for_a_new_failure(run: Run, tmp_path: Path) -> None:
    config = known(run(page("/a", barrier())), tmp_path)
    assert decide(run(page("/a", barrier(anchor="file:new.png"))), config).exit_code == ExitCode.GATE_FAILED


def test_thresholds_hold_for_what_is_new(run: Run, tmp_path: Path) -> None:
    config = known(run(page("/a")), tmp_path, Config(fail_on=Impact.CRITICAL))
    assert decide(run(page("/a", barrier(impact=Impact.MINOR))), config).exit_code == ExitCode.OK


def test_a_baseline_that_cannot_be_used_stops_the_gate(run: Run, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text("{}")
    with pytest.raises(ConfigError, match=r"known\.json: not a baseline"):
        decide(run(page("/a")), Config(baseline_file=tmp_path / "known.json"))


@pytest.mark.parametrize(
    ("budget", "failing", "exceeded"),
    [
        (Budget(total=3), 0, []),
        (Budget(total=2), 3, ["total"]),
        (Budget(criterion={"1.1.1": 2}), 1, []),
        (Budget(criterion={"1.1.1": 1}), 3, ["criterion 1.1.1"]),
        (Budget(criterion={"1.1.1": 2, "1.4.3": 1}), 0, []),
        (Budget(total=3, criterion={"1.4.3": 0}), 1, ["criterion 1.4.3"]),
        (Budget(criterion={"3.1.1": 5}), 3, []),
    ],
)
def test_budgets_cover_what_they_are_for(run: Run, budget: Budget, failing: int, exceeded: list[str]) -> None:
    view = run(page("/a", barrier(), barrier(anchor="file:b.png"), barrier("color-contrast", "Text")))
    result = decide(view, Config(budget=budget))
    assert (len(result.failures), [account.of for account in result.exceeded]) == (failing, exceeded)
    assert result.failed is bool(failing or exceeded)


def test_a_budget_for_a_group(run: Run) -> None:
    view = run(page("/a", barrier()), page("/b", barrier()))
    key = view.groups[0].key
    assert decide(view, Config(budget=Budget(group={key: 2}))).exit_code == ExitCode.OK
    assert decide(view, Config(budget=Budget(group={key: 1}))).exit_code == ExitCode.GATE_FAILED


def test_a_budget_caps_known_findings_too(run: Run, tmp_path: Path) -> None:
    config = known(run(page("/a", barrier())), tmp_path, Config(budget=Budget(total=0)))
    result = decide(run(page("/a", barrier())), config)
    assert result.failures == ()
    assert result.line == "Gate failed: 0 new findings in 0 groups, 1 budget exceeded."


def test_a_suppression_silences_the_gate_alone(run: Run) -> None:
    view = run(page("/a", barrier(), barrier("color-contrast", "Text")))
    rule = Suppression(rule="image-alt", reason="redesign in June", owner="docs")
    result = decide(view, Config(suppress=(rule,)), today=TODAY)
    assert [failure.instance.example.rule.rule for failure in result.failures] == ["color-contrast"]
    assert list(result.suppressed_by.values()) == [rule]
    assert sum(1 for _ in view.findings()) == 2


def test_an_expired_suppression_fails_and_no_longer_silences(run: Run) -> None:
    rule = Suppression(rule="image-alt", reason="redesign", until=date(2026, 4, 30))
    result = decide(run(page("/a", barrier())), Config(suppress=(rule,)), today=TODAY)
    assert result.line == "Gate failed: 1 finding in 1 group, 1 suppression expired."
    assert decide(run(page("/a")), Config(suppress=(rule,)), today=TODAY).exit_code == ExitCode.GATE_FAILED


def test_a_suppression_holds_on_its_last_day(run: Run) -> None:
    rule = Suppression(rule="image-alt", reason="redesign", until=TODAY)
    assert decide(run(page("/a", barrier())), Config(suppress=(rule,)), today=TODAY).exit_code == ExitCode.OK


def test_an_unused_suppression_is_reported(run: Run) -> None:
    rules = (
        Suppression(rule="image-alt", reason="x"),
        Suppression(check="axe", reason="y"),
        Suppression(rule="none", reason="z"),
    )
    result = decide(run(page("/a", barrier())), Config(suppress=rules), today=TODAY)
    assert [rule.rule for rule in result.unused] == ["none"]


def test_a_signed_answer_keeps_a_question_quiet(run: Run) -> None:
    view = run(page("/a", barrier("color-contrast", "Text", outcome=Outcome.CANT_TELL), barrier()))
    config = Config(fail_on_review=True)
    signed = Signature(name="Ada", date="2026-04-01")
    every = {finding.fingerprint: FindingVerdict(False, signed, "enough contrast") for finding in view.findings()}
    result = decide(view, config, verdicts=StoredVerdicts(findings=every))
    assert [failure.instance.example.outcome for failure in result.failures] == [Outcome.FAILED]
    yes = {key: FindingVerdict(True, signed) for key in every}
    assert len(decide(view, config, verdicts=StoredVerdicts(findings=yes)).failures) == 2


def test_answers_of_the_audit_file_hold_until_the_component_changes(run: Run) -> None:
    asked = {"rule": "color-contrast", "name": "Text", "outcome": Outcome.CANT_TELL}
    view = run(page("/a", barrier(**asked, digest="aaaa")))
    (finding,) = view.findings()
    save(
        view.connection,
        Verdict(
            "finding",
            finding.fingerprint,
            "Ada",
            NOT_A_BARRIER,
            note="enough contrast",
            method="inspection",
            digests=("aaaa",),
        ),
    )
    config = Config(fail_on_review=True)
    assert codes(decide(run(page("/a", barrier(**asked, digest="aaaa"))), config)) == (0, ExitCode.OK)
    assert codes(decide(run(page("/a", barrier(**asked, digest="bbbb"))), config)) == (1, ExitCode.GATE_FAILED)
    assert codes(decide(run(page("/a", barrier("color-contrast", "Text", digest="aaaa"))), config)) == (
        1,
        ExitCode.GATE_FAILED,
    )
