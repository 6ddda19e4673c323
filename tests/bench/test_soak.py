"""A long run leaves nothing behind and does not grow; the soak makes two thousand visits."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.soak.__main__ import FOLDERS, MOST_GROWTH, table
from bench.soak.run import Soaked, soak
from bench.soak.watch import Sample, growth
from tests.conftest import document


def sample(done: int, worker: float) -> Sample:
    return Sample(done, worker, 60, 12, 40, frozenset({1, 2}), 0)


def test_growth_is_that_of_the_last_quarter_against_the_second() -> None:
    flat = [sample(number, 50 if number < 25 else 200) for number in range(100)]
    assert growth(flat, 100) == 0
    assert growth([*flat, *(sample(99, 300) for _ in range(100))], 100) == 0.5
    done = Soaked(100, 10, 0, flat, {"audited": 100}, 0, [], "")
    assert "100 audited" in table(done)
    assert "+0%" in table(done)


def test_fifty_visits_leave_nothing(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.html").write_text(document(f"<h1>Page {number}</h1><p>Text</p>"))
    done = soak([tmp_path], 50, every=0.5)
    assert (done.code, done.audited) == (0, {"audited": 50}), done.err
    assert (done.left, done.temporary) == (0, [])
    assert len(frozenset().union(*(one.workers for one in done.samples))) == 2
    assert max(one.processes for one in done.samples) < 40


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_thousand_visits_do_not_grow() -> None:
    folders = [folder for folder in FOLDERS if folder.is_dir()]
    if not folders:
        pytest.skip("none of the documentation to visit is installed here")
    done = soak(folders, 2000)
    assert sum(done.audited.values()) == 2000
    assert (done.left, done.temporary) == (0, [])
    assert abs(growth(done.samples, 2000)) <= MOST_GROWTH
