"""Which axe-core runs, and what is refused as one."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from base64 import b64encode
from pathlib import Path
from types import SimpleNamespace

import pytest

from a11ycheck.browser import axe_source
from a11ycheck.errors import A11yCheckError, ConfigError

NEW = "/*! axe v9.8.7\n */ axe.runPartial = 1"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "a11ycheck" / "axe.min.js"


def test_the_shipped_one_runs_by_default() -> None:
    assert axe_source.version(axe_source.read(None)) == "4.12.1"


def test_an_installed_one_replaces_it(cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text(NEW)
    assert axe_source.version(axe_source.read(None)) == "9.8.7"


def test_the_user_s_choice_replaces_both(cache: Path, tmp_path: Path) -> None:
    cache.parent.mkdir()
    cache.write_text(NEW)
    (tmp_path / "own.js").write_text(NEW.replace("9.8.7", "9.9.9"))
    assert axe_source.version(axe_source.read(tmp_path / "own.js")) == "9.9.9"


@pytest.mark.parametrize("text", ["", "alert(1)", "/*! axe v3.0.0 */ axe.run = 1"])
def test_what_is_no_current_axe_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.js").write_text(text)
    with pytest.raises(ConfigError, match=r"own\.js"):
        axe_source.read(tmp_path / "own.js")


def packed(monkeypatch: pytest.MonkeyPatch, text: str, *, integrity: str | None = None, version: str = "9.8.7") -> None:
    """Let npm answer with a package that holds this text."""

    def npm(command: list[str], *, cwd: str, **_: object) -> SimpleNamespace:
        body = text.encode()
        entry = tarfile.TarInfo("package/axe.min.js")
        entry.size = len(body)
        with tarfile.open(Path(cwd) / "axe.tgz", "w:gz") as tar:
            tar.addfile(entry, io.BytesIO(body))
        digest = hashlib.sha512((Path(cwd) / "axe.tgz").read_bytes()).digest()
        right = "sha512-" + b64encode(digest).decode()
        reply = [{"filename": "axe.tgz", "integrity": integrity or right, "version": version}]
        return SimpleNamespace(returncode=0, stdout=json.dumps(reply), stderr="")

    monkeypatch.setattr(axe_source.shutil, "which", lambda name: name)
    monkeypatch.setattr(axe_source.subprocess, "run", npm)


def test_a_fetched_one_is_kept_and_used(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    packed(monkeypatch, NEW)
    assert axe_source.install() == (cache, "9.8.7")
    assert axe_source.version(axe_source.read(None)) == "9.8.7"


def test_a_package_that_does_not_match_its_hash_is_refused(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    packed(monkeypatch, NEW, integrity="sha512-AAAA")
    with pytest.raises(A11yCheckError, match="integrity"):
        axe_source.install()
    assert not cache.exists()


def test_a_package_that_holds_another_version_is_refused(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    packed(monkeypatch, NEW, version="1.0.0")
    with pytest.raises(A11yCheckError, match=r"1\.0\.0"):
        axe_source.install()
    assert not cache.exists()


def test_a_machine_without_npm_is_told_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axe_source.shutil, "which", lambda name: None)
    with pytest.raises(A11yCheckError) as caught:
        axe_source.install()
    assert "--axe-source" in caught.value.hint
