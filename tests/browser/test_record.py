"""Playwright's recorder, run without a window."""

from __future__ import annotations

import threading
from typing import Any

import psutil
import pytest

from a11ycheck.browser.find import candidates
from a11ycheck.browser.record import record
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import BrowserMissingError
from a11ycheck.targets.recorded_flow import recorded_flow

pytestmark = pytest.mark.usefixtures("own_playwright")


@pytest.fixture(autouse=True)
def _window(chromium: BrowserSession) -> None:
    if not candidates(None, "/no/such/browser", windows=True):
        pytest.skip("no browser here can show a window, only a headless shell")


def close_soon() -> None:
    """End the recorder as a person who closes the window would, once it has written its file."""
    for child in psutil.Process().children(recursive=True):
        if "codegen" in child.cmdline():
            child.terminate()


def test_the_recorder_writes_code_that_becomes_a_flow(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    url = web.page("/", "<!DOCTYPE html><title>x</title><h1>Here")
    monkeypatch.setenv("PWTEST_CLI_HEADLESS", "1")
    threading.Timer(8, close_soon).start()
    flow, unknown = recorded_flow(record(url), "way")
    assert (f'url = "{url}"' in flow, unknown) == (True, 0)


def test_a_recorder_without_a_screen_is_explained(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(BrowserMissingError, match="the recorder did not start"):
        record(web.page("/", "<!DOCTYPE html><title>x</title>"))
