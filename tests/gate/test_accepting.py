from __future__ import annotations

from pathlib import Path

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError, NothingToAuditError
from a11ycheck.gate.accepting import accept
from a11ycheck.gate.baseline import read
from a11ycheck.gating import Suppression
from a11ycheck.model import Outcome, TargetStatus
from a11ycheck.store.queries import RunView


def rules(path: Path) -> list[str]:
    return sorted(entry.rule for entry in read(path).findings.values())


def test_only_what_the_gate_may_count_is_accepted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    view = run(
        page(
            "/a",
            barrier(),
            barrier("color-contrast", "x", outcome=Outcome.CANT_TELL),
            barrier("region", best_practice=True),
        )
    )
    accept(view, Config(), path)
    assert rules(path) == ["image-alt"]
    accept(view, Config(fail_on_review=True, fail_on_best_practice=True), path)
    assert rules(path) == ["color-contrast", "image-alt", "region"]
    accept(view, Config(suppress=(Suppression(rule="image-alt", reason="x"),)), path)
    assert rules(path) == []


def test_an_existing_baseline_is_extended_and_replaced_when_asked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    accept(run(page("/a", barrier()), page("/b", barrier())), Config(), path)
    later = run(page("/a", barrier("link-name", "x")), page("/c", status=TargetStatus.NOT_AUDITED))
    done = accept(later, Config(), path)
    assert rules(path) == ["image-alt", "link-name"]
    assert list(done.lines) == [
        "Known: 2 findings, of 2 pages audited.",
        "Against the baseline before: 1 added, 1 taken out.",
        "Warning: 1 target not audited in full, so that not all of what is there is known.",
    ]
    accept(later, Config(), path, replace=True)
    assert rules(path) == ["link-name"]


def test_a_foreign_file_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "package.json"
    path.write_text('{"name": "mine"}')
    for replace in (False, True):
        with pytest.raises(ConfigError, match=r"package\.json: not a baseline"):
            accept(run(page("/a")), Config(), path, replace=replace)
    assert path.read_text() == '{"name": "mine"}'


def test_an_unfinished_run_is_not_accepted(run: Run, tmp_path: Path) -> None:
    view = run(page("/a", barrier()))
    view.connection.execute("UPDATE run SET status = 'interrupted'")
    with pytest.raises(NothingToAuditError, match="was not finished"):
        accept(RunView(view.connection), Config(), tmp_path / "known.json")
