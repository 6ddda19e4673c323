"""Showing states leaves the page as found, and says what was not reached."""

from __future__ import annotations

import time
from typing import Any

from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import state_contrast
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Effort, Interact, Variant

PAGE = "<style>a:hover { color: #bcd }</style><div style='height: 1500px'></div><p><a href='#a'>Far below</a></p>"
LOOK = "() => JSON.stringify([scrollX, scrollY, getComputedStyle(document.links[0]).color, document.documentElement.outerHTML])"


def collect(chromium: BrowserSession, url: str, seconds: float) -> tuple[Any, Any, Any]:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        before = realm.evaluate(LOOK)
        until = time.monotonic() + seconds
        access = PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, until, effort=Effort.THOROUGH)
        return state_contrast.collect(access), before, realm.evaluate(LOOK)


def test_the_page_is_left_as_found_and_three_runs_agree(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document(PAGE))
    runs = [collect(chromium, url, 30) for _ in range(3)]
    assert [before for _, before, _ in runs] == [after for _, _, after in runs]
    assert runs[0][0] == runs[1][0] == runs[2][0]
    assert [text["state"] for text in runs[0][0]["texts"]] == ["hover", "visited"]


def test_what_was_not_measured_is_counted(web: Web, chromium: BrowserSession) -> None:
    found, _, _ = collect(chromium, web.page("/", document(PAGE)), -1)
    assert found["left"] == 3
