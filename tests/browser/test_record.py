"""Playwright's recorder where it cannot run; with a window it is in `tests/cli/test_windows.py`."""

from __future__ import annotations

import pytest

from a11ycheck.browser.record import record
from a11ycheck.errors import BrowserMissingError


def test_a_recorder_without_a_screen_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(BrowserMissingError, match="there is no screen"):
        record("http://127.0.0.1:1/")
