from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest
from tests import websocket
from tests.conftest import Web, document

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession, OpenPage
from a11ycheck.model import Variant


def _wait(opened: OpenPage, happened: Callable[[], bool]) -> None:
    """Until something happened, at most 20 s, and a moment for what must not happen."""
    for _ in range(400):
        if happened():
            break
        opened.page.wait_for_timeout(50)
    opened.page.wait_for_timeout(150)


def _driven(
    opened: OpenPage, script: str, happened: Callable[[list[tuple[str, str]]], bool], *, submitting: bool = False
) -> HandsOff:
    hands_off = HandsOff(opened.page, opened.session)
    hands_off.begin(submitting=submitting)
    opened.page.evaluate(script)
    _wait(opened, lambda: happened(hands_off.events))
    return hands_off


@pytest.mark.parametrize(
    "script",
    [
        "() => { fetch('/change', {method: 'POST', body: 'x'}).catch(() => 0) }",
        "() => { navigator.sendBeacon('/change', 'x') }",
        "() => { const x = new XMLHttpRequest(); x.open('DELETE', '/change?token=secret'); x.send() }",
        "() => { const f = document.createElement('form'); f.method = 'post'; f.action = '/change'; "
        "document.body.append(f); f.submit() }",
        "() => { const f = document.createElement('iframe'); f.srcdoc = "
        "`<script>fetch('/change', {method: 'PUT'})<` + `/script>`; document.body.append(f) }",
    ],
)
def test_what_may_change_something_is_kept_from_leaving(chromium: BrowserSession, web: Web, script: str) -> None:
    web.page("/change", "changed")
    url = web.page("/page.html", document("text"))
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        hands_off = _driven(opened, script, lambda events: ("request", f"{web.base}/change") in events)
    assert ("request", f"{web.base}/change") in hands_off.events
    assert [method for method, path in web.requests if path.startswith("/change")] == []


def test_reading_goes_on(chromium: BrowserSession, web: Web) -> None:
    web.page("/data", "read")
    url = web.page("/page.html", document("text"))
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        read = "() => fetch('/data').then(r => r.text()).then(t => { document.title = t })"
        hands_off = _driven(opened, read, lambda events: opened.page.title() == "read")
        assert opened.page.title() == "read"
    assert hands_off.events == []


def test_submitting_lets_everything_through_and_still_notes_dialogs(chromium: BrowserSession, web: Web) -> None:
    web.page("/change", "changed")
    url = web.page("/page.html", document("text"))
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        hands_off = _driven(
            opened,
            "() => { fetch('/change', {method: 'POST'}); alert(1) }",
            lambda events: bool(events) and ("POST", "/change") in web.requests,
            submitting=True,
        )
    assert ("POST", "/change") in web.requests
    assert hands_off.events == [("dialog", "alert")]


def test_navigations_routes_and_popups_are_noted(chromium: BrowserSession, web: Web) -> None:
    url = web.page("/page.html", document("text"))
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        hands_off = _driven(
            opened,
            "() => { history.pushState({}, '', '/elsewhere'); window.open('about:blank'); location.href = '/away?q=1' }",
            lambda events: {kind for kind, _ in events} >= {"route", "popup", "navigation"},
        )
    assert {kind for kind, _ in hands_off.events} == {"route", "popup", "navigation"}
    assert ("navigation", f"{web.base}/away") in hands_off.events


def test_windows_of_scripts_are_refused_and_those_for_a_frame_are_not(chromium: BrowserSession, web: Web) -> None:
    web.page("/inner", document("inner"))
    url = web.page("/page.html", document("<iframe name=inside title=x></iframe>"))
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        hands_off = _driven(
            opened,
            "() => { window.opened = [open('/window?q=1'), open('/inner', 'inside')] }",
            lambda events: bool(events) and ("GET", "/inner") in web.requests,
        )
        assert opened.page.evaluate("opened.map(each => each === null)") == [True, False]
        assert [page.url for page in opened.page.context.pages] == [url]
    assert hands_off.events == [("popup", f"{web.base}/window")]
    assert ("GET", "/inner") in web.requests
    assert ("GET", "/window?q=1") not in web.requests


def test_frames_of_sockets_are_kept_even_of_sockets_opened_before(chromium: BrowserSession, web: Web) -> None:
    heard: list[bytes] = []
    web.answer("/socket", lambda request: _socket(request, heard))
    url = web.page(
        "/page.html",
        document("<script>ws = new WebSocket(location.href.replace('http', 'ws').replace('/page.html', '/socket'));"
                 "ws.onopen = () => ws.send('before')</script>text"),
    )  # fmt: skip
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        opened.page.wait_for_function("() => ws.readyState === 1")
        _wait(opened, lambda: bool(heard))
        before = len(heard)
        hands_off = _driven(opened, "() => ws.send('after')", bool)
    assert before == 1
    assert len(heard) == 1
    assert hands_off.events == [("socket", f"{web.base.replace('http', 'ws')}/socket")]


@pytest.mark.parametrize(
    "script",
    [
        "() => new SharedWorker(URL.createObjectURL(new Blob([`fetch('${location.origin}/change', {method: 'POST'})`])))",
        "() => shared.port.postMessage(location.origin + '/change')",
        "() => fetchLater('/change', {method: 'POST', activateAfter: 0})",
    ],
)
def test_what_no_route_sees_is_kept_too(chromium: BrowserSession, web: Web, script: str) -> None:
    web.page("/change", "changed")
    early = (
        "<script>shared = new SharedWorker(URL.createObjectURL(new Blob(["
        "'onconnect = e => e.ports[0].onmessage = m => fetch(m.data, {method: `POST`})'])))</script>text"
    )
    url = web.page("/page.html", document(early))
    sent = ("POST", "/change")
    for submitting in (False, True):
        with chromium.page(Variant(), fresh=True) as opened:
            load(opened, url, chromium.options)
            _driven(
                opened,
                script,
                (lambda _: sent in web.requests) if submitting else (lambda _: True),
                submitting=submitting,
            )
            opened.page.wait_for_timeout(500)
        assert (sent in web.requests) is submitting


@pytest.mark.parametrize(
    "script",
    [
        "() => { new WebTransport('https://127.0.0.1:9/t').ready.catch(error => { document.title = error.name }) }",
        "() => early.createUnidirectionalStream().catch(error => { document.title = error.name })",
        "() => early.datagrams.writable.getWriter().write(new Uint8Array(1)).then(() => { document.title = 'NetworkError' })",
    ],
)
def test_nothing_leaves_by_web_transport(chromium: BrowserSession, web: Web, script: str) -> None:
    early = (
        "<script>early = new WebTransport('https://127.0.0.1:9/t');"
        " early.ready.catch(() => 0); early.closed.catch(() => 0)</script>text"
    )
    url = web.page("/page.html", document(early))
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, url, chromium.options)
        hands_off = _driven(opened, script, bool)
        opened.page.wait_for_function("() => document.title === 'NetworkError'")
    assert [kind for kind, _ in hands_off.events] == ["socket"]


def test_a_page_that_opens_windows_all_the_time_can_be_held(chromium: BrowserSession, web: Web) -> None:
    web.page("/change", "changed")
    web.page("/window", document("window"))
    url = web.page("/page.html", document("<script>setInterval(() => open('/window'), 20)</script>text"))
    wanted = ("request", f"{web.base}/change")
    for _ in range(3):
        with chromium.page(Variant(), fresh=True) as opened:
            load(opened, url, chromium.options)
            opened.page.wait_for_timeout(200)
            hands_off = _driven(
                opened, "() => { fetch('/change', {method: 'POST'}).catch(() => 0) }", lambda events: wanted in events
            )
        assert wanted in hands_off.events
    assert ("POST", "/change") not in web.requests


def _socket(request: BaseHTTPRequestHandler, heard: list[bytes]) -> None:
    websocket.accept(request)
    while True:
        head = request.rfile.read(2)
        if len(head) < 2 or head[0] & 15 == 8:
            return
        heard.append(request.rfile.read((head[1] & 127) + 4))
