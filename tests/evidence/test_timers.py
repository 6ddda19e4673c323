"""Timers are told from the source of scripts, wherever it stands, and without asking the network."""

from __future__ import annotations

import time

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import timers
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Variant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("setInterval(show, 4000)", True),
        ("window.setInterval (()=>n++,5e3)", True),
        ("t=setInterval(jQuery.fx.tick, 13)", False),
        ("t=setInterval(S.fx.tick,13)", False),
        ("clearInterval(t); resetInterval(t)", False),
        ("", False),
    ],
)
def test_intervals_are_seen_but_for_those_of_animations(text: str, expected: bool) -> None:
    assert timers.repeats(text) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>text</p>", False),
        ("<p>text</p><script>setInterval(() => 0, 4000)</script>", True),
        ("<p>text</p><script>function show() { setTimeout(show, 2000) } show()</script>", True),
        ("<p>text</p><script>setTimeout(() => document.title, 200)</script>", False),
        ("<p>text</p><script src=interval.js></script>", True),
        ("<p>text</p><script src=later.js></script>", False),
        ("<p>text</p><script src=missing.js></script>", False),
    ],
)
def test_scripts_in_the_page_and_loaded_ones_are_read(
    chromium: BrowserSession, web: Web, body: str, expected: bool
) -> None:
    web.page("/interval.js", "let n = 0; setInterval(() => n++, 4000)", kind="text/javascript")
    web.page("/later.js", "onclick = () => setTimeout(() => 0, 2000)", kind="text/javascript")
    url = web.page("/", document(body))
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, url, chromium.options, untouched=True)
        asked = len(web.requests)
        access = PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + 60)
        assert timers.may_repeat(access) is expected
    assert len(web.requests) == asked
