"""A person logs in, in a browser with a window, and the state is taken over when they are done."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, Page, sync_playwright

from a11ycheck.browser.launch import launch
from a11ycheck.browser.storage_state import State, capture
from a11ycheck.errors import NotAuditedError

LOOK_SECONDS = 1.0
LOOKS_AT_THE_END = 50
WAIT_MS = 100


def log_in_by_hand(
    url: str, done: Callable[[], bool], *, browser_path: Path | None = None, headless: bool = False
) -> State:
    """Open a window at a URL and return the browser's state once `done()` says so, or the window is closed.

    Other sites and popups are allowed here, as single sign-on needs them. Session storage is that of the page shown last,
    which is looked at whenever a page has come, and each second.
    Raises `BrowserMissingError`, and `NotAuditedError` (`login-failed`) when nothing was left to take over.
    """
    with sync_playwright() as playwright:
        browser = launch(playwright, browser_path, headless=headless).browser
        state: State | None = None
        try:
            page = browser.new_context(no_viewport=not headless).new_page()
            _open(page, url)
            looked = 0.0
            arrived: list[str] = []

            def note(frame: Frame) -> None:
                arrived.append(frame.url)

            page.on("framenavigated", note)
            while not page.is_closed() and browser.is_connected():
                finished = done()
                if finished or arrived or time.monotonic() - looked > LOOK_SECONDS:
                    arrived.clear()
                    state, looked = _look(page, LOOKS_AT_THE_END if finished else 1) or state, time.monotonic()
                if finished:
                    break
                _wait(page)
        finally:
            if browser.is_connected():
                browser.close()
    if state is None or not any(state.get(key) for key in ("cookies", "origins", "sessionStorage")):
        raise NotAuditedError(
            "login-failed", "the browser holds no cookies and no storage", "Log in before you finish."
        )
    return state


def _open(page: Page, url: str) -> None:
    try:
        page.goto(url, wait_until="commit")
    except PlaywrightError as error:
        first = error.message.splitlines()[0]
        raise NotAuditedError("login-failed", f"{url} could not be opened: {first}") from None


def _look(page: Page, times: int) -> State | None:
    """The state, or None where each time the page went elsewhere or was closed in the midst of looking."""
    for _ in range(times):
        with contextlib.suppress(PlaywrightError):
            return capture(page)
        _wait(page)
    return None


def _wait(page: Page) -> None:
    """Wait a little, also where the page has crashed."""
    try:
        page.wait_for_timeout(WAIT_MS)
    except PlaywrightError:
        time.sleep(WAIT_MS / 1000)
