"""`sphinx-build -b a11y` on a small project, in a real browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="Sphinx is not installed")

INDEX = """\
Guide
=====

Welcome to the guide.

.. raw:: html

   <img src="missing-text.png">

.. image:: logo.png
   :alt: The logo
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "conf.py").write_text(
        'project = "Guide"\nextensions = ["a11ycheck.sphinx_ext"]\nhtml_theme = "basic"\nlanguage = "en"\n'
    )
    (tmp_path / "docs" / "index.rst").write_text(INDEX)
    (tmp_path / "docs" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "a11ycheck.toml").write_text(
        'effort = "quick"\nexecutor = "serial"\nformat = ["json"]\n'
        'exclude_urls = ["*/genindex.html", "*/search.html"]\n'
    )
    return tmp_path


def build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "-b", "a11y", "docs", "docs/_build/a11y"],
        cwd=project, capture_output=True, text=True, timeout=150, check=False,
    )  # fmt: skip


def test_findings_are_reported_on_source_lines_and_fail_the_build(project: Path) -> None:
    done = build(project)
    assert done.returncode == 1, done.stderr
    assert "docs/index.rst:8: WARNING: image-alt:" in done.stderr
    output = (project / "docs" / "_build" / "a11y" / "output.txt").read_text()
    assert output.startswith("docs/index.rst:8: image-alt [fails]")
    assert (project / "a11y-report" / "findings.json").is_file()


def test_a_build_without_findings_passes(project: Path) -> None:
    (project / "docs" / "index.rst").write_text("Guide\n=====\n\nWelcome to the guide.\n")
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert "Gate passed" in done.stdout


def test_an_error_in_the_configuration_is_named(project: Path) -> None:
    (project / "a11ycheck.toml").write_text("efort = 1\n")
    done = build(project)
    assert done.returncode == 2
    assert "a11ycheck.toml: efort: unknown key" in done.stderr
