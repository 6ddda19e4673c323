"""Gets a browser: uses what is there, else Playwright's download, else the distribution's package. Says what it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from a11ycheck.browser.launch import Launched, launch
from a11ycheck.errors import BrowserMissingError

FONTS = {"apt-get": "fonts-liberation", "dnf": "liberation-fonts", "apk": "font-liberation"}
PACKAGES = {
    "apt-get": ("chromium-headless-shell", "chromium"),
    "dnf": ("chromium-headless", "chromium"),
    "apk": ("chromium",),
    "pacman": ("chromium",),
    "zypper": ("chromium",),
}
INSTALL = {
    "apt-get": ("install", "-y", "--no-install-recommends"),
    "dnf": ("install", "-y"),
    "apk": ("add",),
    "pacman": ("-S", "--noconfirm"),
    "zypper": ("install", "-y"),
}
DOWNLOAD_SECONDS = 900


def install(say: Callable[[str], None], browser_path: Path | None = None) -> str:
    """Make sure a browser starts on this machine.

    `say` gets one line a step. Returns the browser's flavour and version. Raises `BrowserMissingError` with all that was
    tried when none starts in the end.
    """
    if found := _starts(browser_path):
        say(f"Found {found}; nothing to install.")
        return found
    tried: list[str] = []
    for attempt in (_from_playwright, _from_distribution):
        trouble = attempt(say)
        if found := _starts(browser_path):
            say(f"Installed {found}.")
            return found
        tried.append(trouble or "installed, but it does not start")
    raise BrowserMissingError(
        "no browser could be installed:\n  " + "\n  ".join(tried),
        "Install Chromium or Chrome yourself, or name one with --browser-path.",
    )


def _starts(browser_path: Path | None) -> str | None:
    with sync_playwright() as playwright:
        try:
            launched: Launched = launch(playwright, browser_path)
        except BrowserMissingError:
            return None
        launched.browser.close()
        return f"{launched.flavour} {launched.version}"


def _from_playwright(say: Callable[[str], None]) -> str:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    say("Downloading Playwright's Chromium …")
    trouble = _run(command)
    if not trouble and _privilege() is not None and sys.platform.startswith("linux") and _starts(None) is None:
        say("Installing the system libraries that it needs …")
        trouble = _run([*command[:4], "--with-deps", "chromium"])
    return f"Playwright's download: {trouble}" if trouble else ""


def _from_distribution(say: Callable[[str], None]) -> str:
    manager = next((name for name in PACKAGES if shutil.which(name)), None)
    privilege = _privilege()
    if manager is None:
        return "the distribution: no package manager that we know"
    if privilege is None:
        return f"the distribution: installing with {manager} needs root or sudo"
    if manager == "apt-get":
        _run([*privilege, manager, "update"])
    troubles = []
    for package in PACKAGES[manager]:
        say(f"Installing the package {package} with {manager} …")
        extra = [FONTS[manager]] if manager in FONTS and not _has_fonts() else []
        trouble = _run([*privilege, manager, *INSTALL[manager], package, *extra])
        if not trouble and _starts(None):
            return ""
        troubles.append(f"{package}: {trouble or 'does not start'}")
    return "the distribution: " + "; ".join(troubles)


def _privilege() -> list[str] | None:
    """How to become root: nothing to do, sudo without a password, or None."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and not _run([sudo, "-n", "true"]):
        return [sudo, "-n"]
    return None


def _has_fonts() -> bool:
    fonts = Path("/usr/share/fonts")
    return fonts.is_dir() and any(fonts.rglob("*.[ot]tf"))


def _run(command: list[str]) -> str:
    """Run quietly; the last line of what went wrong, or nothing."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=DOWNLOAD_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("E:", "Error", "ERROR"))]
    return (telling or lines or [f"exit code {done.returncode}"])[0][:300]
