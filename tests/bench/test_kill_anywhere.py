"""Scans killed at random moments go on to the same end, and two scans share an audit file."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.kill_anywhere import PAGES, Site, kills, stored, table


@pytest.mark.timeout(600)
def test_ten_kills_cost_nothing() -> None:
    done = [one for _, one in kills(10, seed=6)]
    assert [one.problems for one in done if one.problems] == []
    assert "10 kills" in table(done)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_hundred_kills_cost_nothing() -> None:
    done = [one for _, one in kills(200, seed=1)]
    assert [one.problems for one in done if one.problems] == []
    assert {one.finished for one in done} >= {0, PAGES // 2}


def test_two_scans_write_one_audit_file(tmp_path: Path) -> None:
    site = Site(tmp_path)
    together = tmp_path / "together"
    first, second = site.scan(together), site.scan(together, "-o", "second")
    assert (first.wait(), second.wait()) == (site.code, site.code)
    wrong, targets = stored(together)
    assert wrong == ""
    assert targets == site.targets
