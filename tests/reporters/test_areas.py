"""Pages are looked at together by flow, shape or folder, none is left out, and a cell says what is known of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.reporters.small_runs import page, said, stored

from a11ycheck.model import Outcome
from a11ycheck.reporters.areas import MOST_AREAS, Heat, areas, heat_map
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_audit_file(tmp_path / "audit.db")) as opened:
        yield opened


def told(view: RunView) -> dict[str, int]:
    return {area.label: len(area.targets) for area in areas(view)}


def test_a_run_without_pages_has_no_areas(connection: sqlite3.Connection) -> None:
    assert areas(stored(connection)) == ()


def test_pages_of_few_shapes_are_taken_by_shape_and_labels_leave_out_what_all_share(
    connection: sqlite3.Connection,
) -> None:
    pages = [page(f"https://x/docs/{shape}{number}.html", skeleton=shape) for shape in "ab" for number in range(3)]
    assert told(stored(connection, *pages)) == {"Pages like a0.html": 3, "Pages like b0.html": 3}


@pytest.mark.parametrize("skeletons", ["aabb", "aaa" + "\0" * 3, "abcdef"])
def test_other_pages_are_taken_by_host_and_first_folder(connection: sqlite3.Connection, skeletons: str) -> None:
    pages = [
        page(f"https://x/{'docs' if number % 2 else 'blog'}/deep/{number}.html", skeleton=shape.strip("\0"))
        for number, shape in enumerate(skeletons)
    ]
    assert told(stored(connection, *pages)) == {"x/blog": len(pages) // 2, "x/docs": len(pages) // 2}


def test_pages_at_the_top_and_files_have_a_folder_too(connection: sqlite3.Connection) -> None:
    pages = [page(url) for url in ("https://x/", "https://y/a.html", "a.html", "out/en/a/b.html")]
    assert told(stored(connection, *pages)) == {"x": 1, "y": 1, ".": 1, "out/en": 1}


def test_a_flow_is_an_area_of_its_own(connection: sqlite3.Connection) -> None:
    flow = ("send a message", [page("https://x/app", state="menu"), page("https://x/app", state="sent")])
    assert told(stored(connection, page("https://x/app"), flow)) == {"x": 1, "send a message": 2}


@pytest.mark.parametrize(
    ("folders", "shown"), [(MOST_AREAS, MOST_AREAS), (MOST_AREAS + 1, MOST_AREAS + 1), (MOST_AREAS + 2, MOST_AREAS + 1)]
)
def test_the_smallest_of_many_areas_become_one(connection: sqlite3.Connection, folders: int, shown: int) -> None:
    pages = [page(f"https://x/{number}/{copy}.html") for number in range(folders) for copy in range(1 + (number > 1))]
    view = stored(connection, *pages)
    found = areas(view)
    assert len(found) == shown
    assert (found[-1].label == "All other pages") is (folders > MOST_AREAS + 1)
    assert sorted(row.id for area in found for row in area.targets) == sorted(row.id for row in view.targets)


@pytest.mark.parametrize(
    ("violations", "whole", "share"), [(0, 0, 0), (0, 9, 0), (1, 100, 1), (1, 4, 1), (2, 4, 2), (3, 5, 3), (4, 4, 4)]
)
def test_a_cell_with_any_violation_is_never_cold(violations: int, whole: int, share: int) -> None:
    assert Heat(violations, 0, whole).share == share


def test_cells_count_pages_and_best_practice_and_unknown_pages_do_not_count(connection: sqlite3.Connection) -> None:
    asked, passed = said("image-alt", Outcome.CANT_TELL), said("image-alt", Outcome.PASSED)
    view = stored(
        connection,
        page("https://x/a/1", said("image-alt"), said("svg-alt"), asked),
        page("https://x/a/2", passed),
        page("https://x/a/3", said("image-alt", Outcome.UNTESTED)),
        page("https://x/b/1", said("region", practice=True)),
    )
    cells = heat_map(view, areas(view), ["1.1.1", "2.4.2"])
    assert cells == {"1.1.1": (Heat(1, 1, 2), Heat(0, 0, 0)), "2.4.2": (Heat(0, 0, 0), Heat(0, 0, 0))}


def test_a_page_on_which_a_rule_found_something_and_stopped_is_known(connection: sqlite3.Connection) -> None:
    view = stored(connection, page("https://x/a/1", said("image-alt"), said("image-alt", Outcome.UNTESTED)))
    assert heat_map(view, areas(view), ["1.1.1"]) == {"1.1.1": (Heat(1, 0, 1),)}
