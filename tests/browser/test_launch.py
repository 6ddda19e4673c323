"""Browsers are started with their sandbox where that works, and what was tried is said where none starts."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.find import Candidate
from a11ycheck.browser.launch import LATE_COMPILERS, QUIET_ARGS, launch
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import BrowserMissingError


class Chromium:
    """Stands for Playwright's launcher; `works` says with which executable and sandbox a browser starts."""

    executable_path = "/nowhere"

    def __init__(self, works: Any) -> None:
        self.works = works
        self.tried: list[tuple[str, bool]] = []

    def launch(self, *, executable_path: str, chromium_sandbox: bool, args: list[str], **_: object) -> Any:
        self.tried.append((executable_path, chromium_sandbox))
        assert {*QUIET_ARGS, LATE_COMPILERS} <= set(args)
        assert "--disable-web-security" not in args
        if not self.works(executable_path, chromium_sandbox):
            raise PlaywrightError("it broke\nat length")
        return SimpleNamespace(version="1.2.3")


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Candidate("first", "/first"), Candidate("second", "/second")]
    monkeypatch.setattr("a11ycheck.browser.launch.candidates", lambda *_, **__: found)


@pytest.mark.usefixtures("two")
def test_the_sandbox_comes_first() -> None:
    chromium = Chromium(lambda path, sandbox: True)
    launched = launch(SimpleNamespace(chromium=chromium))  # type: ignore[arg-type]
    assert (launched.flavour, launched.sandbox, chromium.tried) == ("first", True, [("/first", True)])


@pytest.mark.usefixtures("two")
def test_without_the_sandbox_only_after_it_failed() -> None:
    chromium = Chromium(lambda path, sandbox: not sandbox)
    launched = launch(SimpleNamespace(chromium=chromium))  # type: ignore[arg-type]
    assert (launched.sandbox, chromium.tried) == (False, [("/first", True), ("/first", False)])


@pytest.mark.usefixtures("two")
def test_the_next_browser_is_tried() -> None:
    chromium = Chromium(lambda path, sandbox: path == "/second")
    assert launch(SimpleNamespace(chromium=chromium)).flavour == "second"  # type: ignore[arg-type]


@pytest.mark.usefixtures("two")
def test_when_none_starts_each_attempt_is_told() -> None:
    with pytest.raises(BrowserMissingError) as caught:
        launch(SimpleNamespace(chromium=Chromium(lambda path, sandbox: False)))  # type: ignore[arg-type]
    assert caught.value.message.count("it broke") == 4
    assert "install-browser" in caught.value.hint


def test_a_browser_that_is_not_there_is_named(chromium: BrowserSession) -> None:
    _ = chromium.versions
    assert chromium._playwright is not None
    with pytest.raises(BrowserMissingError, match="nowhere"):
        launch(chromium._playwright, Path("/nowhere"))
