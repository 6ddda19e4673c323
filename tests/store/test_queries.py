from __future__ import annotations

import sqlite3

import pytest

from a11ycheck.errors import StoreError
from a11ycheck.model import CheckOutcome, Impact, Location, Outcome, TargetResult, TargetStatus, Visit
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


def outcome(rule: str, value: Outcome, *, group: str = "", selector: str = "", **more: object) -> CheckOutcome:
    location = Location(selector=selector or rule) if group else None
    return CheckOutcome.model_validate(
        {"check": "axe", "rule": rule, "outcome": value, "group": group, "location": location, **more}
    )


def write(connection: sqlite3.Connection, pages: dict[int, list[CheckOutcome]]) -> RunView:
    """A run of pages, written in the order of the dictionary; its keys are their places in the plan."""
    run = RunWriter.start(connection, {})
    for order, outcomes in pages.items():
        visit = Visit(order=order, url=f"https://x.test/{order}")
        target = TargetResult(
            order=order, target=visit.targets[0], status=TargetStatus.AUDITED, outcomes=tuple(outcomes)
        )
        run.save(visit, [target], keep_evidence=False)
    return RunView(connection, run.run_id)


def test_file_without_a_run_says_what_to_do(connection: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="the audit file holds no run") as caught:
        RunView(connection)
    assert caught.value.hint == "Run `a11ycheck scan` first."


def test_newest_run_is_the_default_and_older_ones_go_by_number(connection: sqlite3.Connection) -> None:
    first, second = write(connection, {}), write(connection, {})
    assert RunView(connection).id == second.id
    assert RunView(connection, first.id).id == first.id


def test_plan_order_holds_whatever_order_pages_were_finished_in(connection: sqlite3.Connection) -> None:
    found = outcome("image-alt", Outcome.FAILED, group="g")
    view = write(connection, {2: [found], 0: [found], 1: []})
    assert [row.order for row in view.targets] == [0, 1, 2]
    assert [view.target_by_id[row.target_id].order for row in view.findings()] == [0, 2]
    assert [view.target_by_id[row.target_id].order for row in view.findings(group="g")] == [0, 2]


def test_completed_leaves_out_targets_where_the_rule_was_untested(connection: sqlite3.Connection) -> None:
    pages = {
        0: [outcome("reflow", Outcome.FAILED, group="g")],
        1: [outcome("reflow", Outcome.UNTESTED, message="no time left")],
        2: [outcome("reflow", Outcome.INAPPLICABLE)],
        3: [],
    }
    view = write(connection, pages)
    assert view.completed == {("axe", "reflow"): 2}
    assert [(group.targets, group.completed) for group in view.groups] == [(1, 2)]


def test_outcomes_of_other_runs_in_the_file_do_not_count(connection: sqlite3.Connection) -> None:
    write(connection, {0: [outcome("image-alt", Outcome.FAILED, group="g"), outcome("region", Outcome.PASSED)]})
    view = write(connection, {0: [outcome("image-alt", Outcome.PASSED)]})
    assert (view.completed, view.groups, list(view.findings())) == ({("axe", "image-alt"): 1}, (), [])
    assert [result.rule.rule for result in view.rule_results] == ["image-alt"]


def test_group_example_is_a_violation_and_the_first_in_plan_order(connection: sqlite3.Connection) -> None:
    pages = {
        1: [outcome("contrast", Outcome.FAILED, group="g", selector="#second", impact=Impact.MINOR)],
        0: [
            outcome("contrast", Outcome.CANT_TELL, group="g", selector="#question"),
            outcome("contrast", Outcome.FAILED, group="g", selector="#first", impact=Impact.SERIOUS),
        ],
    }
    (group,) = write(connection, pages).groups
    assert group.example.location.selector == "#first"
    assert (group.outcome, group.impact, group.findings, group.failed) == (Outcome.FAILED, Impact.SERIOUS, 3, 2)


def test_groups_are_ranked_violations_then_best_practice_then_reviews(connection: sqlite3.Connection) -> None:
    page = [
        outcome("ask", Outcome.CANT_TELL, group="ask", impact=Impact.CRITICAL),
        outcome("tidy", Outcome.FAILED, group="tidy", impact=Impact.CRITICAL, best_practice=True),
        outcome("small", Outcome.FAILED, group="small", impact=Impact.MINOR),
        outcome("rare", Outcome.FAILED, group="rare", impact=Impact.SERIOUS),
        outcome("wide", Outcome.FAILED, group="wide", impact=Impact.SERIOUS),
        outcome("unrated", Outcome.FAILED, group="unrated"),
    ]
    view = write(connection, {0: page, 1: [page[4]]})
    assert [group.key for group in view.groups] == ["wide", "rare", "small", "unrated", "tidy", "ask"]


def test_rule_results_carry_the_text_of_the_worst_outcome(connection: sqlite3.Connection) -> None:
    pages = {
        0: [outcome("lang", Outcome.PASSED, help="The language is set")],
        1: [outcome("lang", Outcome.FAILED, group="g", help="The language is not set")],
        2: [outcome("lang", Outcome.UNTESTED, help="The language is not set")],
    }
    (result,) = write(connection, pages).rule_results
    assert result.rule.help == "The language is not set"
    assert result.targets == {Outcome.PASSED: 1, Outcome.FAILED: 1, Outcome.UNTESTED: 1}
    assert result.completed == 2


def test_rule_outcomes_of_one_target_include_passes_and_reasons(connection: sqlite3.Connection) -> None:
    page = [outcome("a", Outcome.PASSED), outcome("b", Outcome.UNTESTED, message="no time left")]
    view = write(connection, {0: page, 1: [outcome("a", Outcome.INAPPLICABLE)]})
    rows = view.rule_outcomes(view.targets[0].id)
    assert [(row.rule.rule, row.outcome, row.message) for row in rows] == [
        ("a", Outcome.PASSED, ""),
        ("b", Outcome.UNTESTED, "no time left"),
    ]
    assert len(list(view.rule_outcomes())) == 3


def test_findings_of_wanted_kinds_are_those_of_all_that_are_wanted(connection: sqlite3.Connection) -> None:
    pages = {
        order: [
            outcome(rule, value, group=f"g{order}", best_practice=rule == "b")
            for rule, value in (
                ("a", Outcome.FAILED),
                ("b", Outcome.FAILED),
                ("a", Outcome.CANT_TELL),
                ("c", Outcome.CANT_TELL),
            )
        ]
        for order in range(3)
    }
    view = write(connection, pages)
    for wanted in (
        lambda rule, value: value is Outcome.FAILED and not rule.best_practice,
        lambda rule, value: rule.rule == "a",
        lambda rule, value: False,
    ):
        assert list(view.findings(wanted=wanted)) == [one for one in view.findings() if wanted(one.rule, one.outcome)]


def test_finding_without_a_place_comes_back(connection: sqlite3.Connection) -> None:
    whole_page = CheckOutcome(check="title", rule="title", outcome=Outcome.FAILED, group="g")
    (found,) = write(connection, {0: [whole_page]}).findings()
    assert found.location == Location(selector="")
