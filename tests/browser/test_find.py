"""Which browsers are tried, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.browser.find import Candidate, candidates


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH that holds only what the test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("")
    path.chmod(0o755)
    return str(path)


def test_the_user_s_choice_is_the_only_one(programs: Path) -> None:
    program(programs, "chromium")
    assert candidates(Path("/opt/mine"), "/nowhere") == [Candidate("mine", "/opt/mine")]


def test_playwright_s_own_comes_before_the_system_s_and_the_headless_shell_before_full_browsers(programs: Path) -> None:
    own, chrome = program(programs, "playwright"), program(programs, "google-chrome")
    shell, chromium = program(programs, "chromium-headless-shell"), program(programs, "chromium")
    assert candidates(None, own) == [
        Candidate("playwright-chromium", None),
        Candidate("chromium-headless-shell", shell),
        Candidate("chromium", chromium),
        Candidate("google-chrome", chrome),
    ]


def test_nothing_found_is_nothing(programs: Path) -> None:
    assert candidates(None, "/nowhere") == []
