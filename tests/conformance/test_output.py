from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.conformance.formats import html
from a11ycheck.conformance.output import write_acr
from a11ycheck.errors import A11yCheckError, UsageError
from a11ycheck.store.queries import RunView


def test_the_file_is_named_after_the_edition(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    path = write_acr(sample_view, config, "eu", "html", tmp_path / "new" / "folder")
    assert path == tmp_path / "new" / "folder" / "acr-eu.html"
    assert b"EN 301 549 Edition" in path.read_bytes()


def test_a_failure_leaves_the_old_file_and_nothing_else(
    sample_view: RunView, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_acr(sample_view, config, "508", "html", tmp_path / "out")
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("a11ycheck.conformance.output.os.replace", full)
    with pytest.raises(A11yCheckError, match="No space left"):
        write_acr(sample_view, config, "508", "html", tmp_path / "out")
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["acr-508.html"]


def test_a_failed_rendering_leaves_the_old_file(
    sample_view: RunView, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_acr(sample_view, config, "508", "html", tmp_path)
    before = path.read_bytes()

    def broken(_: object) -> bytes:
        raise RuntimeError("template")

    monkeypatch.setattr(html, "render", broken)
    with pytest.raises(RuntimeError):
        write_acr(sample_view, config, "508", "html", tmp_path)
    assert path.read_bytes() == before


def test_a_folder_that_is_a_file_is_a_clear_error(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(A11yCheckError, match="cannot be written") as error:
        write_acr(sample_view, config, "508", "html", tmp_path / "out")
    assert "--output-dir" in error.value.hint


def test_an_unknown_format_names_the_known_ones(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown report format 'pptx'") as error:
        write_acr(sample_view, config, "508", "pptx", tmp_path)
    assert "html" in error.value.hint
