"""Brings a page into a state and hands it to a person, in a browser with a window."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.flow import walk
from a11ycheck.browser.load import load
from a11ycheck.browser.login import Login, log_in
from a11ycheck.browser.session import BrowserOptions, BrowserSession, OpenPage
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Target, Visit

LOOK_MS = 200


def hand_over(
    visit: Visit, target: Target, options: BrowserOptions, login: Login | None, done: Callable[[OpenPage], bool]
) -> None:
    """Log in, walk the visit up to the target, and leave the window to the person until it is closed or `done`.

    Login and state are as in a run; from then on nothing is held back: the page may navigate, ask, open windows and download.
    Motion is left alone. Raises `BrowserMissingError`, and `NotAuditedError` when the state was not reached.
    """
    if login is not None and not visit.anonymous:
        with _session(replace(options, window=False)) as session:
            options = replace(options, storage_state=log_in(session, login))
    with (
        _session(options) as session,
        session.page(visit.variant, fresh=True, anonymous=visit.anonymous) as opened,
        closing(_arrivals(visit, target, opened, options)) as arrivals,
    ):
        if not any(reached == target for reached in arrivals):
            raise NotAuditedError("flow-step", f"the flow never reached the state {target.state!r}")
        opened.guard.open(None)
        opened.page.on("dialog", lambda _dialog: None)
        opened.page.bring_to_front()
        try:
            while not opened.page.is_closed() and not done(opened):
                opened.page.wait_for_timeout(LOOK_MS)
        except PlaywrightError:
            return


def _arrivals(visit: Visit, target: Target, opened: OpenPage, options: BrowserOptions) -> Generator[Target, None, None]:
    if not visit.flow:
        load(opened, visit.url, options, untouched=True)
        yield target
        return
    by_state = {each.state: each for each in visit.targets}
    for state, _, _ in walk(visit, opened, options, untouched=True):
        yield by_state[state]


@contextmanager
def _session(options: BrowserOptions) -> Iterator[BrowserSession]:
    session = BrowserSession(options)
    try:
        yield session
    finally:
        session.close()
