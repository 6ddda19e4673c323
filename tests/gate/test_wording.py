from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.gate.conftest import Run, barrier, page
from tests.gate.test_verdict import TODAY, known

from a11ycheck.config import Config
from a11ycheck.gate.updating import update
from a11ycheck.gate.verdict import decide
from a11ycheck.gate.wording import details
from a11ycheck.gating import Budget, Suppression


def test_says_nothing_without_baseline_budget_and_suppression(run: Run) -> None:
    assert list(details(decide(run(page("/a", barrier())), Config()))) == []


def test_names_what_is_new_fixed_and_not_rechecked(run: Run, tmp_path: Path) -> None:
    config = known(run(page("/a", barrier("link-name", "Old", role="link")), page("/b", barrier())), tmp_path)
    after = run(page("/a", barrier(name="Plan", anchor="")))
    assert list(details(decide(after, config))) == [
        "Baseline: 0 known, 1 new, 1 seen fixed, 1 not rechecked",
        'New: image-alt at img "Plan" on https://example.test/a: one more of a known cause',
        'Seen fixed: link-name at link "Old" in main on /a',
        "Not rechecked: 1, the page is not in this run",
    ]


def test_names_budgets_and_suppressions(run: Run) -> None:
    config = Config(
        budget=Budget(total=0, criterion={"1.1.1": 3}),
        suppress=(
            Suppression(rule="link-name", reason="legacy", owner="docs"),
            Suppression(rule="none", reason="nothing left"),
            Suppression(url="*/old/*", reason="moved", until=date(2026, 1, 1)),
        ),
    )
    view = run(page("/a", barrier(), barrier("link-name", "x")))
    assert list(details(decide(view, config, today=TODAY))) == [
        "Budget total: 1 of 0, exceeded",
        "Budget criterion 1.1.1: 1 of 3",
        "Suppressed: 1 finding",
        "Suppression expired on 2026-01-01: url */old/* (moved)",
        "Suppression without effect: rule none (nothing left)",
    ]


def test_updating_writes_only_what_is_fixed(run: Run, tmp_path: Path) -> None:
    config = known(run(page("/a", barrier())), tmp_path)
    assert config.baseline_file
    before = config.baseline_file.read_bytes()
    said = list(update(decide(run(page("/a", barrier(), barrier(anchor="file:new.png"))), config), config))
    assert said == [f"Baseline tightened: 0 taken out of {config.baseline_file}"]
    assert config.baseline_file.read_bytes() == before
    list(update(decide(run(page("/a")), config), config))
    assert b'"findings": {}' in config.baseline_file.read_bytes()
