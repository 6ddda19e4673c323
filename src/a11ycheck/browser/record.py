"""Records what a person does in a browser window, with Playwright's code generator."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from a11ycheck.browser.find import candidates, refuse_without_display
from a11ycheck.errors import BrowserMissingError


def record(url: str, browser_path: Path | None = None) -> str:
    """Open a window at a URL and return, once it is closed, Playwright's Python code for what was done in it.

    Raises `BrowserMissingError` when no window could be opened.
    """
    refuse_without_display()
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    found = candidates(browser_path, own, windows=True)
    if not found:
        raise BrowserMissingError("no browser that can show a window", "Run `a11ycheck install-browser`.")
    chosen = {"PWTEST_CLI_EXECUTABLE_PATH": found[0].path} if found[0].path else {}
    with tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder:
        file = Path(folder) / "recorded.py"
        done = subprocess.run(
            [sys.executable, "-m", "playwright", "codegen", "--target", "python", "--output", str(file), url],
            env=os.environ | chosen, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
        if not file.is_file():
            lines = done.stderr.strip().splitlines() or [f"it exited with code {done.returncode}"]
            why = next((line.strip() for line in lines if "rror" in line), lines[0])
            raise BrowserMissingError(f"the recorder did not start: {why}", "It needs a screen to show a window on.")
        return file.read_text(encoding="utf-8")
