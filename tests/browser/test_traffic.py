"""A page's requests are waited for, but not those that never end."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.browser.session import BrowserSession, OpenPage
from a11ycheck.model import Variant


@pytest.fixture
def held(web: Any) -> Iterator[threading.Event]:
    """`/held` answers once this is set."""
    let_go = threading.Event()

    def answer(request: BaseHTTPRequestHandler) -> None:
        let_go.wait(20)
        request.send_response(200)
        request.send_header("Content-Length", "2")
        request.end_headers()
        request.wfile.write(b"{}")

    web.answer("/held", answer)
    yield let_go
    let_go.set()


@pytest.fixture
def opened(web: Any, chromium: BrowserSession, held: threading.Event) -> Iterator[OpenPage]:
    with chromium.page(Variant(), fresh=True) as page:
        page.page.goto(web.page("/", "<!DOCTYPE html><title>Data</title><p>Wait"))
        yield page


def ask(opened: OpenPage, path: str = "/held?page=1") -> None:
    with opened.page.expect_request(lambda request: request.url.endswith(path)):
        opened.page.evaluate("(path) => { fetch(path).then(() => (document.title = 'Filled')); }", path)


def test_data_that_a_page_asked_for_is_awaited(opened: OpenPage, held: threading.Event) -> None:
    ask(opened)
    threading.Timer(0.5, held.set).start()
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is True
    opened.traffic.wait_until_quiet(20)
    assert opened.page.title() == "Filled"
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is False


def test_what_does_not_come_is_said_and_not_awaited_again_whatever_its_query(
    opened: OpenPage, held: threading.Event
) -> None:
    ask(opened)
    assert opened.traffic.wait_for_answers(time.monotonic() + 0.2) is None
    ask(opened, "/held?page=2")
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is False


def test_a_network_that_does_not_rest_is_an_error_with_the_number_of_requests(
    opened: OpenPage, held: threading.Event
) -> None:
    ask(opened)
    with pytest.raises(PlaywrightTimeoutError, match="1 requests are still under way"):
        opened.traffic.wait_until_quiet(0.3)
    opened.traffic.forget()
    opened.traffic.wait_until_quiet(20)


def test_streams_that_have_no_end_are_left_aside(opened: OpenPage) -> None:
    with opened.page.expect_request("**/held"):
        opened.page.evaluate("() => { window.stream = new EventSource('/held'); }")
    opened.traffic.wait_until_quiet(20)
    assert opened.traffic.wait_for_answers(time.monotonic() + 20) is False
