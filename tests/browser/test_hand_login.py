"""A person logs in: here a script plays the person, in a browser without a window."""

from __future__ import annotations

from typing import Any

import pytest

from a11ycheck.browser.find import candidates
from a11ycheck.browser.hand_login import log_in_by_hand
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


def test_nothing_to_take_over_is_said(web: Any) -> None:
    url = web.page("/", "<!DOCTYPE html><title>x</title>")
    with pytest.raises(NotAuditedError, match="no cookies and no storage"):
        log_in_by_hand(url, lambda: True, headless=True)
    with pytest.raises(NotAuditedError, match="could not be opened"):
        log_in_by_hand("http://127.0.0.1:1/", lambda: True, headless=True)


def test_only_browsers_with_windows_are_asked_for_one() -> None:
    assert not [found for found in candidates(None, "/nowhere", windows=True) if "headless" in found.flavour]
