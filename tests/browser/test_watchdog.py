"""A hung page ends at its limit, and a large one gets more time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserOptions, BrowserSession
from a11ycheck.browser.watchdog import LARGEST_ALLOWANCE, SECONDS_PER_ELEMENT, Watchdog
from a11ycheck.model import Effort, TargetResult, TargetStatus, Visit


@pytest.fixture
def own(chromium: BrowserSession) -> Iterator[BrowserSession]:
    """A session whose browser may be killed; it shares the test run's Playwright, since a thread can hold only one."""
    _ = chromium.versions
    session = BrowserSession(BrowserOptions(axe_source=chromium.options.axe_source))
    session._playwright = chromium._playwright
    yield session
    if session._launched is not None and session._launched.browser.is_connected():
        session._launched.browser.close()


def visit(session: BrowserSession, url: str, seconds: float) -> TargetResult:
    options = AuditOptions(effort=Effort.QUICK, timeout=seconds)
    with session.watchdog.limit(seconds):
        [result] = audit_visit(Visit(order=0, url=url), session, options)
    return result


def test_time_grows_with_the_page_up_to_a_bound() -> None:
    watchdog = Watchdog()
    with watchdog.limit(60):
        assert watchdog.allow(1000) == pytest.approx(1000 * SECONDS_PER_ELEMENT)
        assert watchdog.allow(10**7) == pytest.approx(LARGEST_ALLOWANCE - 1000 * SECONDS_PER_ELEMENT)
        assert watchdog.allow(10) == 0
    assert not watchdog.fired


def test_each_state_that_a_visit_drives_has_the_whole_limit() -> None:
    watchdog = Watchdog()
    with watchdog.limit(1.5):
        for _ in range(3):
            watchdog.renew(1.5)
            time.sleep(0.6)
        assert not watchdog.fired
        time.sleep(1.6)
        assert watchdog.fired
        watchdog.renew(60)
        assert watchdog.fired


def test_a_hung_page_loses_its_browser_and_the_next_visit_gets_a_new_one(web: Web, own: BrowserSession) -> None:
    hung = web.page("/hung", document("<p>x<script>setTimeout(() => { for (;;); }, 60)</script>"))
    result = visit(own, hung, 4)
    assert (result.status, result.reason) == (TargetStatus.NOT_AUDITED, "timeout")
    assert visit(own, web.page("/fine", document("<h1>Fine</h1>")), 60).status is TargetStatus.AUDITED


def test_fifty_thousand_nodes_end_within_their_bound(
    web: Web, own: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.browser.watchdog.LARGEST_ALLOWANCE", 6.0)
    rows = "".join(f"<p>Row {n} <b>bold</b> <a href='#'>Link {n}</a></p>" for n in range(16_600))
    started = time.monotonic()
    result = visit(own, web.page("/large", document("<h1>Large</h1>" + rows)), 6)
    assert (result.status, result.reason) in (
        (TargetStatus.AUDITED, ""),
        (TargetStatus.PARTIAL, "time"),
        (TargetStatus.PARTIAL, "timeout"),
        (TargetStatus.NOT_AUDITED, "timeout"),
    )
    assert time.monotonic() - started < 60
