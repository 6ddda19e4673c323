"""`a11ycheck install-axe` fetches the release that was asked for and says which one is used from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Command

from a11ycheck.cli import install_axe
from a11ycheck.errors import A11yCheckError


@pytest.mark.parametrize(("words", "release"), [((), "latest"), (("4.13.0",), "4.13.0")])
def test_the_release_is_fetched_and_named(
    a11ycheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], release: str
) -> None:
    asked: list[str] = []

    def install(name: str) -> tuple[Path, str]:
        asked.append(name)
        return tmp_path / "axe.min.js", "4.13.0"

    monkeypatch.setattr(install_axe, "install", install)
    done = a11ycheck(tmp_path, "install-axe", *words)
    assert (done.returncode, asked) == (0, [release])
    assert done.stdout == f"axe-core 4.13.0 is used from now on: {tmp_path / 'axe.min.js'}\n"


def test_what_went_wrong_is_said(a11ycheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def install(name: str) -> tuple[Path, str]:
        raise A11yCheckError(f"axe-core {name} does not exist", "Name a release.")

    monkeypatch.setattr(install_axe, "install", install)
    done = a11ycheck(tmp_path, "install-axe", "9.9.9")
    assert done.returncode == 3
    assert "axe-core 9.9.9 does not exist" in done.stderr
    assert "Name a release." in done.stderr
