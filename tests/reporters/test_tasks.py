"""Tasks are the configured processes, else the flows; what blocks one comes before what blocks none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.reporters.small_runs import page, said, stored

from a11ycheck.application import Process
from a11ycheck.config import Config
from a11ycheck.model import CheckOutcome, Impact, Outcome
from a11ycheck.reporters.tasks import blocked, ranked, tasks
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

APP = "https://x/app"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_audit_file(tmp_path / "audit.db")) as opened:
        yield opened


def run(connection: sqlite3.Connection, *on_menu: CheckOutcome, elsewhere: tuple[CheckOutcome, ...] = ()) -> RunView:
    """A page, and a flow of two states."""
    flow = ("send", [page(APP, *on_menu, state="menu"), page(APP, state="sent")])
    return stored(connection, page("https://x/home", *elsewhere), flow)


def told(view: RunView, config: Config) -> list[tuple[str, list[str], tuple[str, ...]]]:
    return [(task.name, [row.target.page_key for row in task.steps], task.missing) for task in tasks(view, config)]


def test_without_processes_each_flow_is_a_task(connection: sqlite3.Connection) -> None:
    assert told(run(connection), Config()) == [("send", ["/app [menu]", "/app [sent]"], ())]
    assert tasks(stored(connection, page("https://x/")), Config()) == ()


def test_a_process_has_its_steps_in_its_order_and_names_what_is_not_there(connection: sqlite3.Connection) -> None:
    process = Process(name="answer", states=("sent", "/home", "gone", "https://x/home", "menu"))
    assert told(run(connection), Config(process=(process,))) == [
        ("answer", ["/app [sent]", "/home", "/app [menu]"], ("gone",))
    ]


@pytest.mark.parametrize(
    ("barrier", "blocks"),
    [
        (said("label", impact=Impact.CRITICAL), True),
        (said("label", impact=Impact.SERIOUS), True),
        (said("label", impact=Impact.MODERATE), False),
        (said("label", impact=None), False),
        (said("region", impact=Impact.CRITICAL, practice=True), False),
    ],
)
def test_only_what_is_serious_stands_in_the_way(
    connection: sqlite3.Connection, barrier: CheckOutcome, blocks: bool
) -> None:
    view = run(connection, barrier)
    assert list(blocked(view, tasks(view, Config())).values()) == ([("send",)] if blocks else [])


def test_a_barrier_off_the_way_blocks_nothing(connection: sqlite3.Connection) -> None:
    view = run(connection, elsewhere=(said("label"),))
    assert blocked(view, tasks(view, Config())) == {}
    assert blocked(view, ()) == {}


def test_what_blocks_a_task_comes_first_then_the_worse(connection: sqlite3.Connection) -> None:
    view = run(
        connection,
        said("blocking"),
        elsewhere=(
            said("mild", impact=Impact.MINOR), said("unknown", impact=None), said("worst", impact=Impact.CRITICAL),
            said("asked", Outcome.CANT_TELL, impact=Impact.MODERATE),
        ),
    )  # fmt: skip
    groups = ranked(list(reversed(view.groups)), blocked(view, tasks(view, Config())))
    assert [group.rule.rule for group in groups] == ["blocking", "worst", "asked", "mild", "unknown"]
