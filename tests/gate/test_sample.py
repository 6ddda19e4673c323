from __future__ import annotations

from pathlib import Path

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.config import Config
from a11ycheck.gate.baseline import Baseline, of_run, write
from a11ycheck.gate.instances import instances
from a11ycheck.gate.sample import keeps_sample, kept_sample
from a11ycheck.model import Effort


@pytest.fixture
def baseline(run: Run, tmp_path: Path) -> Baseline:
    view = run(page("/a", barrier(), driving=True), page("/b"), page("/c"))
    made = of_run(view, instances(view), ("violation",))
    write(tmp_path / "known.json", made)
    return made


def test_the_same_question_keeps_the_sample(baseline: Baseline, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    assert keeps_sample(Config(baseline_file=path)) == baseline
    assert keeps_sample(Config()) is None
    for other in ({"sample": "all"}, {"seed": 1}, {"effort": Effort.THOROUGH}):
        assert keeps_sample(Config.model_validate({"baseline_file": path, **other})) is None


def test_pages_that_come_and_go_do_not_change_which_others_are_driven(baseline: Baseline) -> None:
    by_itself = {2, 3}
    pages = {0: ["/a"], 1: ["/b"], 2: ["/c"], 3: ["/new"], 4: ["/other-new"]}
    assert kept_sample(baseline, by_itself, pages) == {0, 3}
    assert kept_sample(baseline, by_itself, {1: ["/b"], 2: ["/c"]}) == set()
