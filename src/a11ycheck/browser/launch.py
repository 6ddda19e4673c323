"""Launches the browser: sandboxed where the system allows it, silent on the network, versions recorded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.find import candidates, refuse_without_display
from a11ycheck.errors import BrowserMissingError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

QUIET_ARGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
LATE_COMPILERS = "--js-flags=--invocation-count-for-maglev=20000 --invocation-count-for-turbofan=60000"
"""axe is done with most pages before code of V8's optimising compilers pays; on large pages they still come. See docs/speed.md."""


@dataclass(frozen=True)
class Launched:
    """A running browser and what to record of it. `sandbox`: False when it only started without one."""

    browser: Browser
    flavour: str
    version: str
    sandbox: bool


def launch(playwright: Playwright, browser_path: Path | None = None, *, headless: bool = True) -> Launched:
    """Start the first browser that starts, with Chromium's sandbox if it can.

    Raises `BrowserMissingError` with each attempt's reason when none does.
    """
    if not headless:
        refuse_without_display()
    tried = []
    for candidate in candidates(browser_path, playwright.chromium.executable_path, windows=not headless):
        for sandbox in (True, False):
            try:
                browser = playwright.chromium.launch(
                    executable_path=candidate.path,
                    args=[*QUIET_ARGS, LATE_COMPILERS],
                    chromium_sandbox=sandbox,
                    headless=headless,
                    handle_sigint=False,
                    handle_sigterm=False,
                    handle_sighup=False,
                )
            except PlaywrightError as error:
                tried.append(f"{candidate.flavour}{'' if sandbox else ' without sandbox'}: {_first_line(error)}")
                continue
            return Launched(browser, candidate.flavour, browser.version, sandbox)
    if tried:
        raise BrowserMissingError("no browser could be started:\n  " + "\n  ".join(tried), _HINT)
    raise BrowserMissingError("no browser found", _HINT)


_HINT = "Run `a11ycheck install-browser`, or name one with --browser-path."


def _first_line(error: PlaywrightError) -> str:
    return error.message.strip().splitlines()[0] if error.message.strip() else "failed"
