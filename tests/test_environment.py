"""The digest changes when anything that results depend on changes, and when that cannot be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck import environment
from a11ycheck.environment import digest


def command(folder: Path, name: str, says: str) -> Path:
    """An executable that prints something."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{says}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with one browser, one font and a package of one module; the folder of its commands."""
    for folder in ("bin", "package", "browsers"):
        (tmp_path / folder).mkdir()
    command(tmp_path / "bin", "chromium", "echo Chromium 1.0")
    command(tmp_path / "bin", "fc-list", "echo /fonts/a.ttf: A: 1")
    (tmp_path / "package" / "check.py").write_text("one = 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    monkeypatch.setattr(environment, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(environment, "SYSTEM_NAMES", ("chromium",))
    return tmp_path


def test_it_is_the_same_while_nothing_changes(machine: Path) -> None:
    (machine / "package" / "notes.txt").write_text("nothing that runs")
    before = digest(None)
    (machine / "package" / "notes.txt").write_text("other notes")
    assert digest(None) == before


@pytest.mark.parametrize("what", ["code", "module", "browser", "own browser", "font"])
def test_it_is_another_when_something_changes(machine: Path, what: str) -> None:
    before = digest(None)
    if what == "code":
        (machine / "package" / "check.py").write_text("one = 2")
    elif what == "module":
        (machine / "package" / "check.py").rename(machine / "package" / "other.py")
    elif what == "browser":
        command(machine / "bin", "chromium", "echo Chromium 1.1")
    elif what == "own browser":
        (machine / "browsers" / "chromium-1200").mkdir()
    else:
        command(machine / "bin", "fc-list", "echo /fonts/a.ttf: A: 2")
    assert digest(None) != before


def test_the_browser_that_was_named_counts_and_no_other(machine: Path) -> None:
    named = command(machine, "edge", "echo Edge 7")
    before = digest(named)
    command(machine / "bin", "chromium", "echo Chromium 2.0")
    assert digest(named) == before
    command(machine, "edge", "echo Edge 8")
    assert digest(named) != before


def test_a_browser_that_cannot_be_asked_is_never_the_same(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(9))
    monkeypatch.setattr(environment.os, "times", lambda: type("Times", (), {"elapsed": next(ticks)}))
    assert digest(machine / "gone") != digest(machine / "gone")


def test_without_fontconfig_the_font_folders_are_read(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine / "bin" / "fc-list").unlink()
    monkeypatch.setenv("PATH", str(machine / "bin"))
    monkeypatch.setattr(environment, "_FONT_FOLDERS", (str(machine / "fonts"),))
    before = digest(None)
    (machine / "fonts").mkdir()
    (machine / "fonts" / "b.ttf").write_bytes(b"12")
    assert digest(None) != before
