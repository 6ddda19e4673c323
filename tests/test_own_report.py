"""The project's own conformance report, docs/acr/: a draft, honest about what nobody tested, with no other fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from a11ycheck.config import load
from a11ycheck.conformance.lint.run import lint
from a11ycheck.conformance.profile import check_profile

FOLDER = Path(__file__).parents[1] / "docs" / "acr"
DRAFT_ONLY = {"contact", "draft", "empty-level", "unknown-term", "evaluation-methods"}


@pytest.mark.parametrize("name", ["acr-508.yaml", "acr-508.html"])
def test_lint_finds_nothing_but_that_it_is_a_draft(name: str) -> None:
    assert {problem.rule for problem in lint(FOLDER / name)} <= DRAFT_ONLY


def test_it_claims_no_test_that_nobody_made() -> None:
    report = yaml.safe_load((FOLDER / "acr-508.yaml").read_text(encoding="utf-8"))
    assert "Nobody has tested with assistive technology" in report["evaluation_methods_used"]
    assert "No manual test has been recorded" in report["evaluation_methods_used"]
    levels = {
        (row["num"], component["adherence"]["level"])
        for chapter in report["chapters"].values()
        for row in chapter.get("criteria", ())
        for component in row["components"]
    }
    assert {num for num, level in levels if level == "supports"} <= {"4.1.1"}


def test_what_it_is_made_from_can_be_read() -> None:
    check_profile(load(FOLDER / "a11ycheck.toml").product.profile)
