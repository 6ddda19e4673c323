"""A trend joins runs of the same targets and effort, and its points lie inside the drawing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.reporters.small_runs import page, said, stored

from a11ycheck.model import Outcome
from a11ycheck.reporters import trend as drawing
from a11ycheck.reporters.trend import BOTTOM, LEFT, RIGHT, TOP, columns, comparable, trend, values
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

QUESTION = said("link-name", Outcome.CANT_TELL)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_audit_file(tmp_path / "audit.db")) as opened:
        yield opened


def run(connection: sqlite3.Connection, violations: int, **told: object) -> RunView:
    found = [said(f"rule-{number}") for number in range(violations)]
    return stored(connection, page("https://x/", *found, QUESTION), **told)  # type: ignore[arg-type]


def test_the_first_run_has_no_trend(connection: sqlite3.Connection) -> None:
    assert trend(run(connection, 1)) is None


def test_only_earlier_runs_of_the_same_kind_are_compared(connection: sqlite3.Connection) -> None:
    first, _quick, _other, second, _later = (
        run(connection, 1), run(connection, 1, effort="quick"), run(connection, 1, targets=["https://y/"]),
        run(connection, 1), run(connection, 1),
    )  # fmt: skip
    assert [one.id for one in comparable(connection, second)] == [first.id, second.id]


def test_no_more_than_the_newest_runs_are_drawn(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "MOST_RUNS", 3)
    views = [run(connection, 1) for _ in range(5)]
    assert [one.id for one in comparable(connection, views[-1])] == [view.id for view in views[-3:]]


def test_a_run_that_is_too_old_to_be_looked_at_has_no_trend(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = [run(connection, 1) for _ in range(3)]
    monkeypatch.setattr(drawing, "LOOKED_AT", 1)
    assert comparable(connection, views[0]) == ()
    assert trend(views[0]) is None


def test_points_run_from_left_to_right_and_more_stands_higher(connection: sqlite3.Connection) -> None:
    for count in (0, 2):
        run(connection, count)
    drawn = trend(run(connection, 4))
    assert drawn is not None
    assert drawn.violation_points == ((LEFT, BOTTOM), ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2), (RIGHT, TOP))
    assert drawn.violations == f"{LEFT}.0,160.0 318.0,87.0 {RIGHT}.0,14.0"
    assert [y for _, y in drawn.review_points] == [123.5] * 3
    assert drawn.reviews.count(" ") == 2


@pytest.mark.parametrize(
    ("most", "labels"), [(0, [0, 1, 2, 3, 4]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6, 8]), (9, [0, 3, 6, 9, 12])]
)
def test_the_lines_are_whole_numbers_and_nothing_leaves_the_drawing(
    connection: sqlite3.Connection, most: int, labels: list[int]
) -> None:
    run(connection, 0)
    drawn = trend(run(connection, most))
    assert drawn is not None
    assert [value for _, value in drawn.lines] == labels
    assert (drawn.lines[0][0], drawn.lines[-1][0]) == (BOTTOM, TOP)
    assert all(TOP <= y <= BOTTOM for _, y in (*drawn.violation_points, *drawn.review_points))


def test_the_table_says_each_number_below_its_header(connection: sqlite3.Connection) -> None:
    view = run(connection, 2)
    (numbers,) = comparable(connection, view)
    assert dict(values(numbers)) == {
        "Pages": 1, "Not audited": 0, "Audited in part": 0, "Groups of violations": 2, "Violations": 2,
        "Groups to review": 1,
    }  # fmt: skip
    assert tuple(name for name, _ in values(numbers)) == columns()
