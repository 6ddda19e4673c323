from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from a11ycheck.model import (
    CheckOutcome,
    Impact,
    Location,
    Outcome,
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
    Variant,
    Visit,
)
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

PAGE = Visit(order=0, url="https://x.test/")
DRIVE = PAGE.model_copy(update={"driving": True})


@pytest.fixture
def run(connection: sqlite3.Connection) -> RunWriter:
    started = RunWriter.start(connection, {"effort": "standard"})
    started.add_visits([PAGE])
    return started


def finding(rule: str = "image-alt", **values: object) -> CheckOutcome:
    given = {
        "outcome": Outcome.FAILED,
        "criteria": ("1.1.1",),
        "location": Location(selector="img"),
        "group": "g",
        **values,
    }
    return CheckOutcome.model_validate({"check": "axe", "rule": rule, **given})


def result(*outcomes: CheckOutcome, visit: Visit = PAGE, **values: object) -> TargetResult:
    given = {"order": visit.order, "target": visit.targets[0], "status": TargetStatus.AUDITED, "driving": visit.driving}
    return TargetResult.model_validate({**given, "outcomes": outcomes, **values})


def test_target_comes_back_as_it_was_saved(connection: sqlite3.Connection, run: RunWriter) -> None:
    visit = Visit(order=1, url="https://x.test/a?b=1", variant=Variant(width=320, forced_colors=True))
    outcome = finding(
        impact=Impact.SERIOUS,
        message="zł \x1b[31m \x00",
        help="Images",
        help_url="https://help.test/",
        act=("23a2a8",),
        fingerprint="f",
        location=Location(selector="a >>> b", html="<img>", box=(1, 2, 3, 4)),
        data={"ratio": 2.5},
    )
    facts = PageFacts(final_url="https://x.test/b", http_status=200, title="日本語", settle=("fonts",))
    run.add_visits([visit])
    run.save(visit, [result(outcome, visit=visit, facts=facts, seconds=1.5)], keep_evidence=False)
    view = RunView(connection)
    (row,) = view.targets
    (found,) = view.findings()
    assert (row.order, row.target, row.status, row.facts, row.seconds) == (1, visit.targets[0], "audited", facts, 1.5)
    assert (found.rule.rule, found.rule.criteria, found.rule.act, found.rule.help, found.rule.help_url) == (
        "image-alt", ("1.1.1",), ("23a2a8",), "Images", "https://help.test/",
    )  # fmt: skip
    assert (found.outcome, found.impact, found.message, found.fingerprint, found.group, found.location, found.data) == (
        outcome.outcome, outcome.impact, outcome.message, "f", "g", outcome.location, {"ratio": 2.5},
    )  # fmt: skip


def test_error_in_the_middle_of_a_visit_saves_nothing_of_it(connection: sqlite3.Connection, run: RunWriter) -> None:
    def results() -> Iterator[TargetResult]:
        yield result(finding())
        raise RuntimeError("worker lost")

    with pytest.raises(RuntimeError, match="worker lost"):
        run.save(PAGE, results(), keep_evidence=True)
    view = RunView(connection)
    assert (view.targets, list(view.findings()), view.visits(pending=True)) == ((), [], (PAGE,))


def test_rule_first_seen_in_a_visit_that_was_taken_back_is_written_by_the_next(
    connection: sqlite3.Connection, run: RunWriter
) -> None:
    def broken() -> Iterator[TargetResult]:
        yield result(finding())
        raise RuntimeError("worker lost")

    with pytest.raises(RuntimeError, match="worker lost"):
        run.save(PAGE, broken(), keep_evidence=False)
    run.save(PAGE, [result(finding())], keep_evidence=False)
    assert [(found.rule.rule, found.group) for found in RunView(connection).findings()] == [("image-alt", "g")]


def test_several_visits_are_saved_all_or_none(connection: sqlite3.Connection, run: RunWriter) -> None:
    def broken() -> Iterator[TargetResult]:
        raise RuntimeError("no room")
        yield

    other = Visit(order=1, url="https://x.test/other")
    run.add_visits([other])
    first = (PAGE, [result(finding())], False)
    with pytest.raises(RuntimeError, match="no room"):
        run.save_all([first, (other, broken(), False)])
    assert RunView(connection).visits(pending=True) == (PAGE, other)
    run.save_all([first, (other, [result(finding(), visit=other)], False)])
    view = RunView(connection)
    assert (len(view.targets), view.visits(pending=True)) == (2, ())


def test_driving_visit_adds_to_the_target_that_phase_one_wrote(connection: sqlite3.Connection, run: RunWriter) -> None:
    run.save(PAGE, [result(finding())], keep_evidence=False)
    run.save(DRIVE, [result(finding("focus-visible"), visit=DRIVE)], keep_evidence=False)
    view = RunView(connection)
    assert [(row.status, row.driven) for row in view.targets] == [(TargetStatus.AUDITED, True)]
    assert [found.rule.rule for found in view.findings()] == ["image-alt", "focus-visible"]
    assert view.driven_orders() == {0}


def test_driving_visit_that_failed_makes_the_target_partial_with_its_reason(
    connection: sqlite3.Connection, run: RunWriter
) -> None:
    run.save(PAGE, [result(finding())], keep_evidence=False)
    lost = result(visit=DRIVE, status=TargetStatus.NOT_AUDITED, reason="timeout", message="too slow")
    run.save(DRIVE, [lost], keep_evidence=False)
    (row,) = RunView(connection).targets
    assert (row.status, row.reason, row.message) == (TargetStatus.PARTIAL, "timeout", "too slow")


def test_target_that_was_not_audited_stays_so_after_a_good_driving_visit(
    connection: sqlite3.Connection, run: RunWriter
) -> None:
    run.save(PAGE, [result(status=TargetStatus.NOT_AUDITED, reason="timeout")], keep_evidence=False)
    run.save(DRIVE, [result(visit=DRIVE)], keep_evidence=False)
    assert RunView(connection).targets[0].status is TargetStatus.NOT_AUDITED


def test_states_and_variants_of_one_url_are_targets_of_their_own(
    connection: sqlite3.Connection, run: RunWriter
) -> None:
    url = "https://x.test/"
    targets = [Target(url=url), Target(url=url, state="menu"), Target(url=url, variant=Variant(width=320))]
    run.save(PAGE, [result(target=target) for target in targets], keep_evidence=False)
    assert [row.target for row in RunView(connection).targets] == targets


def test_evidence_is_kept_only_when_asked_and_shared_evidence_once(
    connection: sqlite3.Connection, run: RunWriter
) -> None:
    brought = result(evidence={"axe": {"passes": ["a"]}}, shared={"axe-rules:4": {"a": {}}})
    run.save(PAGE, [brought], keep_evidence=False)
    view = RunView(connection)
    assert (view.evidence(view.targets[0].id), view.shared_evidence()) == ({}, {"axe-rules:4": {"a": {}}})
    run.save(PAGE, [brought], keep_evidence=True)
    assert view.evidence(view.targets[0].id) == {"axe": {"passes": ["a"]}}


def test_plan_shows_what_is_left(connection: sqlite3.Connection, run: RunWriter) -> None:
    second = Visit(order=1, url="https://x.test/b")
    run.add_visits([PAGE, second])
    run.save(PAGE, [result()], keep_evidence=False)
    assert RunView(connection).visits(pending=True) == (second,)
    assert RunView(connection).visits() == (PAGE, second)


def test_finished_run_has_its_status_and_versions(connection: sqlite3.Connection, run: RunWriter) -> None:
    assert (RunView(connection).status, RunView(connection).finished) == ("running", None)
    run.finish("interrupted", {"axe": "4.12.1"})
    view = RunView(connection)
    assert (view.status, view.versions, view.config) == ("interrupted", {"axe": "4.12.1"}, {"effort": "standard"})
    assert view.finished is not None


def test_driving_visit_answers_what_was_asked_before(connection: sqlite3.Connection, run: RunWriter) -> None:
    def said(rule: str, outcome: Outcome, selector: str) -> CheckOutcome:
        return finding(rule, outcome=outcome, location=Location(selector=selector))

    asked = [
        said("color-contrast", Outcome.CANT_TELL, "p"),
        said("color-contrast", Outcome.CANT_TELL, "b"),
        said("gradient-contrast", Outcome.FAILED, "p"),
    ]
    seen = [said("text-contrast", Outcome.PASSED, "b"), said("text-contrast", Outcome.FAILED, "p")]
    run.save(PAGE, [result(*asked)], keep_evidence=False)
    run.save(DRIVE, [result(*seen, visit=DRIVE)], keep_evidence=False)
    view = RunView(connection)
    assert [(each.rule.rule, each.location.selector) for each in view.findings()] == [("text-contrast", "p")]
    assert {(each.rule.rule, str(each.outcome)) for each in view.rule_outcomes()} == {
        ("color-contrast", "passed"),
        ("gradient-contrast", "passed"),
        ("text-contrast", "passed"),
        ("text-contrast", "failed"),
    }
