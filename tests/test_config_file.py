from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config_file import merged, read
from a11ycheck.errors import ConfigError

PROJECT = '[tool.a11ycheck]\neffort = "quick"\n'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_no_file_holds_nothing() -> None:
    assert read(None) == ("", {})


def test_the_own_file_and_the_table_of_the_project() -> None:
    Path("pyproject.toml").write_text(PROJECT)
    assert read(None) == ("pyproject.toml", {"effort": "quick"})
    Path("pyproject.toml").write_text("[project]\n")
    Path("a11ycheck.toml").write_text("workers = 2\n")
    assert read(None) == ("a11ycheck.toml", {"workers": 2})


def test_two_configurations_are_refused_unless_one_is_named() -> None:
    Path("pyproject.toml").write_text(PROJECT)
    Path("a11ycheck.toml").write_text("")
    with pytest.raises(ConfigError, match=r"two configurations: a11ycheck\.toml and"):
        read(None)
    assert read(Path("pyproject.toml")) == ("pyproject.toml", {"effort": "quick"})


@pytest.mark.parametrize(("text", "said"), [("effort = ", "broken.toml: "), (b"\xff", "cannot be read")])
def test_a_broken_file_is_named(text: str | bytes, said: str) -> None:
    Path("broken.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError, match=said):
        read(Path("broken.toml"))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ConfigError, match=r"missing\.toml: no such configuration file"):
        read(Path("missing.toml"))


def test_tables_are_merged_key_by_key() -> None:
    low = {"a": {"x": 1, "y": 1}, "b": 1}
    assert merged(low, {"a": {"y": 2}, "b": {"z": 3}}) == {"a": {"x": 1, "y": 2}, "b": {"z": 3}}
    assert low == {"a": {"x": 1, "y": 1}, "b": 1}
