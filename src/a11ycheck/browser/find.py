"""Finds browsers to launch: Playwright's own, then the system's headless shell, Chromium and Chrome."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from a11ycheck.errors import BrowserMissingError

SYSTEM_NAMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge",
)
MAC_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


@dataclass(frozen=True)
class Candidate:
    """A browser that may be launched. `path` None: the one Playwright installed for itself."""

    flavour: str
    path: str | None


def candidates(browser_path: Path | None, playwright_path: str, *, windows: bool = False) -> list[Candidate]:
    """Browsers in order of preference.

    `browser_path`: the user's choice, then the only one. `playwright_path`: where Playwright expects its Chromium.
    `windows`: only those that can show a window.
    """
    if browser_path is not None:
        return [Candidate(browser_path.name, str(browser_path))]
    found = []
    if Path(playwright_path).exists():
        found.append(Candidate("playwright-chromium", None))
    found += [
        Candidate(name, path)
        for name in SYSTEM_NAMES
        if (path := shutil.which(name)) and not (windows and "headless" in name)
    ]
    if sys.platform == "darwin":
        found += [Candidate(Path(path).name, path) for path in MAC_PATHS if Path(path).exists()]
    return found


def has_display() -> bool:
    """Whether a browser can show a window here."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def refuse_without_display() -> None:
    """Raise `BrowserMissingError` where no browser can show a window."""
    if not has_display():
        hint = "Run it on a machine with a screen, or over SSH with: ssh -X"
        raise BrowserMissingError("there is no screen to show a browser window on", hint)
