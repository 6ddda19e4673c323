"""The main frame stays where it is while it is audited."""

from __future__ import annotations

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.navigation import origin
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://example.org/a", "http://example.org"),
        ("http://example.org:80/", "http://example.org"),
        ("https://example.org:443/", "https://example.org"),
        ("https://example.org:8443/x?y", "https://example.org:8443"),
    ],
)
def test_origin_leaves_default_ports_out(url: str, expected: str) -> None:
    assert origin(url) == expected


@pytest.mark.parametrize(
    "leave",
    [
        "<script>setTimeout(() => location = '/next', 2500)</script>",
        "<script>setTimeout(() => document.forms[0].submit(), 2500)</script><form action=/next></form>",
        '<meta http-equiv="refresh" content="3; url=/next">',
    ],
)
def test_a_held_page_does_not_leave(web: Web, chromium: BrowserSession, leave: str) -> None:
    web.page("/next", document("<h1>Next</h1>", "Next"))
    url = web.page("/", document(f"<h1>Here</h1>{leave}", "Here"))
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        for _ in range(200):
            if opened.guard.held:
                break
            opened.page.wait_for_timeout(100)
        assert realm.evaluate("() => document.title") == "Here"
        assert [held.rpartition("/")[2].rstrip("?") for held in opened.guard.held] == ["next"]


def test_frames_may_navigate_while_the_page_is_held(web: Web, chromium: BrowserSession) -> None:
    web.page("/inner", document("<h1>Inner</h1>"))
    url = web.page("/", document("<h1>Here</h1><iframe title=x></iframe>"))
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        realm.evaluate("() => { document.querySelector('iframe').src = '/inner' }")
        opened.page.frame_locator("iframe").locator("h1").wait_for(timeout=20_000)
        assert opened.guard.held == []
