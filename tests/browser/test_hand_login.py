"""A person logs in: here a script plays the person, in a browser without a window."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from a11ycheck.browser import hand_login
from a11ycheck.browser.find import candidates
from a11ycheck.browser.hand_login import log_in_by_hand
from a11ycheck.browser.storage_state import State, capture
from a11ycheck.errors import NotAuditedError

pytestmark = pytest.mark.usefixtures("own_playwright")


def test_what_the_browser_holds_when_the_person_is_done_is_taken_over(web: Any) -> None:
    url = web.page(
        "/", "<!DOCTYPE html><title>x</title><script>document.cookie = 'sid=1'; sessionStorage.tab = '2'</script>"
    )
    asked = iter([False, False, True])
    state = log_in_by_hand(url, lambda: next(asked), headless=True)
    assert [cookie["name"] for cookie in state["cookies"]] == ["sid"]
    assert state["sessionStorage"] == {web.base: {"tab": "2"}}


def test_a_page_that_goes_elsewhere_while_it_is_looked_at_does_not_end_the_login(
    web: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.page("/in", "<!DOCTYPE html><title>In</title><script>document.cookie = 'sid=1'</script>")
    url = web.page("/", "<!DOCTYPE html><title>Out</title>")
    looks: list[str] = []

    def capture_in_a_navigation(page: Page) -> State:
        looks.append(page.url)
        if len(looks) in {1, 2, 4}:
            page.evaluate("() => { location.href = '/in'; return new Promise(() => {}); }")
        return capture(page)

    monkeypatch.setattr(hand_login, "capture", capture_in_a_navigation)
    state = log_in_by_hand(url, lambda: len(looks) == 3, headless=True)
    assert [cookie["name"] for cookie in state["cookies"]] == ["sid"]
    assert (looks[0], looks[-1], len(looks)) == (url, f"{web.base}/in", 5)


def test_nothing_to_take_over_is_said(web: Any) -> None:
    url = web.page("/", "<!DOCTYPE html><title>x</title>")
    with pytest.raises(NotAuditedError, match="no cookies and no storage"):
        log_in_by_hand(url, lambda: True, headless=True)
    with pytest.raises(NotAuditedError, match="could not be opened"):
        log_in_by_hand("http://127.0.0.1:1/", lambda: True, headless=True)


def test_only_browsers_with_windows_are_asked_for_one() -> None:
    assert not [found for found in candidates(None, "/nowhere", windows=True) if "headless" in found.flavour]
