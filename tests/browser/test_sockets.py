"""What a page gets over a WebSocket is waited for, but not for ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from tests import websocket

from a11ycheck.browser.session import BrowserSession, OpenPage
from a11ycheck.model import Variant

FIRST = 0.5
"""Seconds until the server's first message."""


def socket(*pauses: float) -> Callable[[BaseHTTPRequestHandler], None]:
    """A server that sends one message after each pause, the number of it, and then nothing more."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        websocket.accept(request)
        for number, pause in enumerate(pauses, 1):
            time.sleep(pause)
            request.wfile.write(b"\x81\x01%d" % number)
            request.wfile.flush()
        time.sleep(3)
        request.close_connection = True

    return answer


@pytest.fixture
def opened(web: Any, chromium: BrowserSession) -> Iterator[OpenPage]:
    with chromium.page(Variant(), fresh=True) as page:
        page.page.goto(web.page("/", "<!DOCTYPE html><title>0</title><p>Wait"))
        yield page


def connect(opened: OpenPage, path: str, *, ask: bool = False) -> None:
    with opened.page.expect_websocket():
        opened.page.evaluate(
            "([path, ask]) => { const socket = new WebSocket(location.origin.replace('http', 'ws') + path);"
            " socket.onmessage = (told) => (document.title = told.data); socket.onopen = () => ask && socket.send('?'); }",
            [path, ask],
        )


def test_what_comes_in_a_row_is_awaited(web: Any, opened: OpenPage) -> None:
    web.answer("/socket", socket(FIRST, 0.1, 0.1))
    connect(opened, "/socket")
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is True
    assert opened.page.title() == "3"
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is False


def test_a_late_answer_to_what_the_page_asked_is_awaited(web: Any, opened: OpenPage) -> None:
    web.answer("/late", socket(2.0))
    connect(opened, "/late", ask=True)
    opened.page.wait_for_timeout(300)
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is True
    assert opened.page.title() == "1"


def test_one_that_says_nothing_is_awaited_for_a_second_and_then_never_again(web: Any, opened: OpenPage) -> None:
    web.answer("/silent", socket())
    for expected in (True, False):
        connect(opened, "/silent")
        assert opened.traffic.wait_for_answers(time.monotonic() + 20) is expected


def test_one_that_never_stops_casts_no_doubt_on_the_page(web: Any, opened: OpenPage) -> None:
    web.answer("/ticker", socket(*[0.1] * 30))
    connect(opened, "/ticker")
    assert opened.traffic.wait_for_answers(time.monotonic() + 0.5) is True
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is False
