"""What CI systems run, run here: the script of the action and the commands of the hooks, in a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BAD = '<!doctype html><html lang=en><title>Bad</title><main><h1>Bad</h1><img src="logo.png"></main>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "public site").mkdir()
    (tmp_path / "public site" / "index.html").write_text(BAD)
    return tmp_path


def environment(**given: str) -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **given}


def test_the_action_annotates_summarizes_and_fails(site: Path) -> None:
    step = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"][1]
    done = subprocess.run(
        ["bash", "-c", step["run"]],
        cwd=site, capture_output=True, text=True, timeout=120, check=False,
        env=environment(
            A11Y_TARGETS="public site\n", A11Y_ARGUMENTS="--effort=quick\n--executor=serial\n", A11Y_OUTPUT_DIR="out",
            A11Y_ACTION_PATH=str(ROOT), GITHUB_STEP_SUMMARY=str(site / "summary.md"), GITHUB_OUTPUT=str(site / "output"),
        ),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "\n::error file=public site/index.html,line=1,title=Images must have alternative text" in done.stdout
    assert (site / "summary.md").read_text().startswith("## Accessibility: gate failed")
    assert (site / "output").read_text() == "exit-code=1\nsarif=out/findings.sarif\n"


def test_the_action_passes_on_an_error_of_the_configuration(site: Path) -> None:
    done = subprocess.run(
        ["bash", str(ROOT / "scripts" / "ci" / "github.sh")],
        cwd=site, capture_output=True, text=True, timeout=60, check=False,
        env=environment(A11Y_TARGETS="none", GITHUB_OUTPUT=str(site / "output")),
    )  # fmt: skip
    assert done.returncode == 2
    assert (site / "output").read_text() == "exit-code=2\n"


def test_the_hook_for_changed_files_fails_on_a_barrier(site: Path) -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    done = subprocess.run(
        [*hooks["a11ycheck"]["entry"].split(), "--executor=serial", "public site/index.html"],
        cwd=site, capture_output=True, text=True, timeout=120, check=False, env=environment(),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "image-alt" in done.stdout
