"""`a11ycheck checks` and `a11ycheck explain` as a user runs them, with a check that a third party adds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Command

TOY = '''"""Pages have a favourite animal.

**Why it matters** It does not.

**How it is tested** By asking.
"""
from a11ycheck.checks.base import CheckMeta

META = CheckMeta(
    id="toy-animal", title="There is an animal", failure_title="No animal", criteria=("2.4.2",), needs=("dom",), power="asks"
)


def judge(evidence):
    yield META.passed()
'''


def installed(path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """The command line where a package is installed too."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(path), os.environ.get("PYTHONPATH"))))}
    return subprocess.run(
        [sys.executable, "-m", "a11ycheck", *args], capture_output=True, text=True, timeout=150, check=False, env=env
    )


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A package as pip would install it, with an entry point."""
    (tmp_path / "toy_check.py").write_text(TOY)
    info = tmp_path / "toy_check-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-check\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[a11ycheck.checks]\ntoy = toy_check\n")
    return tmp_path


def test_checks_lists_what_each_proves_or_asks(a11ycheck: Command, tmp_path: Path) -> None:
    rows = {row["id"]: row for row in json.loads(a11ycheck(tmp_path, "checks", "--json").stdout)}
    assert rows["page-language"] == {
        "id": "page-language", "title": "The page's language is the one it declares", "criteria": ["3.1.1"], "power": "proves",
        "cost": "standard, reads", "act": ["ucwvc8"],
    }  # fmt: skip
    assert rows["hidden-image"]["power"] == "asks"
    assert "axe" in rows


def test_checks_prints_one_line_each(a11ycheck: Command, tmp_path: Path) -> None:
    lines = a11ycheck(tmp_path, "checks", "--criterion", "1.3.4").stdout.splitlines()
    assert len(lines) == 2
    assert lines[1].split()[:3] == ["orientation-lock", "1.3.4", "proves"]


def test_explain_prints_the_manual_page(a11ycheck: Command, tmp_path: Path) -> None:
    page = a11ycheck(tmp_path, "explain", "orientation-lock").stdout
    assert page.startswith("orientation-lock\n================\n\nThe page shows in portrait and in landscape")
    assert "Why it matters\n--------------\nPeople with a device fixed to a wheelchair" in page
    assert "https://www.w3.org/WAI/standards-guidelines/act/rules/b33eff/" in page


def test_explain_knows_axe_s_rules(a11ycheck: Command, tmp_path: Path) -> None:
    assert "Criteria: 1.1.1" in a11ycheck(tmp_path, "explain", "image-alt").stdout


def test_explain_suggests_near_names(a11ycheck: Command, tmp_path: Path) -> None:
    result = a11ycheck(tmp_path, "explain", "orientation-lok")
    assert result.returncode == 2
    assert "Did you mean orientation-lock or css-orientation-lock" in result.stderr


def test_checks_of_third_parties_are_listed_and_explained(toy: Path) -> None:
    assert "toy-animal" in installed(toy, "checks").stdout
    assert "Pages have a favourite animal." in installed(toy, "explain", "toy-animal").stdout


def test_a_broken_third_party_is_named(toy: Path) -> None:
    (toy / "toy_check.py").write_text("raise RuntimeError('broken on purpose')")
    result = installed(toy, "checks")
    assert result.returncode == 3
    assert "the plugin toy (toy_check) cannot be loaded: broken on purpose" in result.stderr
