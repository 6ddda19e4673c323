"""A screen for browsers with windows: the one there is, or a virtual one; and a person with keyboard and mouse."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from a11ycheck.browser.find import candidates


@contextmanager
def screen() -> Iterator[str]:
    """The name of an X display of its own, so that nobody's windows are in the way. Skips the test where none can be had."""
    if not candidates(None, "/no/such/browser", windows=True):
        pytest.skip("no browser here can show a window, only a headless shell")
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb (apt install xvfb) for a screen")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


class Person:
    """Looks at the windows of a display, clicks and types in them. Skips the test without xdotool."""

    def __init__(self, display: str) -> None:
        if not shutil.which("xdotool"):
            pytest.skip("needs xdotool (apt install xdotool) to click and type")
        self._environment = os.environ | {"DISPLAY": display}

    def sees(self, title: str, seconds: float = 60.0) -> str:
        """The window with this in its title, once it is there."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for window in self._run("search", "--onlyvisible", "--class", "chrom").split():
                if title in self._run("getwindowname", window):
                    return window
            time.sleep(0.3)
        raise AssertionError(f"no window {title!r}")

    def clicks(self, x: int, y: int) -> None:
        """Click at a place on the screen."""
        self._run("mousemove", str(x), str(y), "click", "1")

    def clicks_until(self, title: str, x: int, y: int) -> str:
        """Click until a window has this in its title, as a page may be painted a while before it takes clicks."""
        for _ in range(10):
            self.clicks(x, y)
            with contextlib.suppress(AssertionError):
                return self.sees(title, 6.0)
        raise AssertionError(f"no window {title!r}")

    def types(self, window: str, text: str, *keys: str) -> None:
        """Type into a window, then press keys such as `Tab`."""
        self._run("windowfocus", window)
        time.sleep(0.5)
        self._run("type", "--delay", "40", text)
        for key in keys:
            self._run("key", key)

    def fills(self, window: str, text: str, title: str) -> None:
        """Type into the focused field until the title tells its text, as a page drops keys before its first picture."""
        self.types(window, text)
        for _ in range(10):
            with contextlib.suppress(AssertionError):
                self.sees(title, 3.0)
                return
            self.types(window, "", "ctrl+a")
            self.types(window, text)
        raise AssertionError(f"no window {title!r}")

    def presses_until(self, title: str, window: str, key: str) -> str:
        """Press a key until a window has this in its title."""
        for _ in range(10):
            self.types(window, "", key)
            with contextlib.suppress(AssertionError):
                return self.sees(title, 6.0)
        raise AssertionError(f"no window {title!r}")

    def closes(self, window: str) -> None:
        """Press Control and W until the window is gone."""
        for _ in range(10):
            self.types(window, "", "ctrl+w")
            for _ in range(20):
                if window not in self._run("search", "--onlyvisible", "--class", "chrom").split():
                    return
                time.sleep(0.3)
        raise AssertionError(f"window {window} stays open")

    def _run(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout


def until(happened: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait for something, or fail."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)
