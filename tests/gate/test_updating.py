"""A baseline that cannot be used stops a run before it starts, and an update takes out what is seen fixed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.gate.baseline import of_run, read, write
from a11ycheck.gate.instances import instances
from a11ycheck.gate.updating import check_baseline, update
from a11ycheck.gate.verdict import decide


def test_a_run_without_baseline_goes_on_unless_one_is_to_be_updated() -> None:
    check_baseline(Config(), update=False)
    with pytest.raises(UsageError, match="needs a baseline") as caught:
        check_baseline(Config(), update=True)
    assert "--baseline-file" in caught.value.hint


@pytest.mark.parametrize("is_update", [True, False])
def test_a_baseline_that_cannot_be_read_is_found_before_the_run(tmp_path: Path, is_update: bool) -> None:
    broken = tmp_path / "baseline.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"baseline\.json"):
        check_baseline(Config(baseline_file=broken), update=is_update)
    with pytest.raises(ConfigError, match=r"gone\.json"):
        check_baseline(Config(baseline_file=tmp_path / "gone.json"), update=is_update)


def test_what_is_seen_fixed_is_taken_out_and_counted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    before = run(page("/a", barrier(), barrier(), barrier("color-contrast", "Text")))
    write(file, of_run(before, instances(before), ("violation",)))
    config = Config(baseline_file=file)
    lines = list(update(decide(run(page("/a", barrier())), config), config))
    assert lines == [f"Baseline tightened: 2 taken out of {file}"]
    assert [(one.rule, one.count) for one in read(file).findings.values()] == [("image-alt", 1)]


def test_a_run_that_fixed_nothing_leaves_the_file_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    view = run(page("/a", barrier()))
    write(file, of_run(view, instances(view), ("violation",)))
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    kept, config = file.read_bytes(), Config(baseline_file=file)
    assert list(update(decide(run(page("/a", barrier(), barrier(anchor="file:new.png"))), config), config)) == [
        f"Baseline tightened: 0 taken out of {file}"
    ]
    assert file.read_bytes() == kept


def test_without_baseline_there_is_nothing_to_say(run: Run) -> None:
    assert list(update(decide(run(page("/a", barrier())), Config()), Config())) == []
