"""A reused page carries nothing from visit to visit: visiting A, B and B, A gives equal results."""

from __future__ import annotations

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant

LEAVES_TRACES = """<h1>A</h1><script>
  const seen = [document.cookie, window.name, localStorage.mark, sessionStorage.mark, history.length].join("|");
  document.querySelector("h1").textContent = "seen " + seen;
  document.cookie = "mark=1"; window.name = "mark"; localStorage.mark = 1; sessionStorage.mark = 1;
  addEventListener("pagehide", () => { sessionStorage.mark = 2; localStorage.mark = 2; window.name = "late"; });
  indexedDB.open("mark", 1);
</script>"""


def seen(chromium: BrowserSession, url: str) -> str:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        return str(realm.evaluate("() => document.querySelector('h1').textContent"))


def databases(chromium: BrowserSession, url: str) -> int:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        return int(realm.evaluate("async () => (await indexedDB.databases()).length"))


def test_every_visit_finds_the_same_clean_page(web: Web, chromium: BrowserSession) -> None:
    a, b = web.page("/a", document(LEAVES_TRACES)), web.page("/b", document(LEAVES_TRACES))
    first = [seen(chromium, a), seen(chromium, b)]
    second = [seen(chromium, b), seen(chromium, a)]
    assert len({*first, *second}) == 1
    assert databases(chromium, web.page("/c", document("<h1>C</h1>"))) == 0


def test_the_viewport_is_restored_for_the_next_visit(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<h1>Size</h1>"))
    with chromium.page(Variant()) as opened:
        load(opened, url, chromium.options)
        opened.page.set_viewport_size({"width": 320, "height": 256})
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        assert realm.evaluate("() => [innerWidth, innerHeight]") == [1280, 800]


def test_a_variant_is_what_the_page_sees(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<h1>Variant</h1>"))
    with chromium.page(
        Variant(width=640, height=480, color_scheme="dark", forced_colors=True, reduced_motion=True)
    ) as opened:
        realm, _ = load(opened, url, chromium.options)
        media = [
            "(width: 640px)",
            "(prefers-color-scheme: dark)",
            "(forced-colors: active)",
            "(prefers-reduced-motion)",
        ]
        assert realm.evaluate("(media) => media.map((query) => matchMedia(query).matches)", media) == [True] * 4


def test_service_workers_are_blocked(web: Web, chromium: BrowserSession) -> None:
    web.page("/sw.js", "self.addEventListener('fetch', () => {})", kind="text/javascript")
    url = web.page(
        "/", document("<h1>App</h1><script>navigator.serviceWorker.register('/sw.js').catch(() => {})</script>")
    )
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        assert realm.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_popups_are_closed(web: Web, chromium: BrowserSession) -> None:
    web.page("/popup", document("<h1>Popup</h1>"))
    url = web.page("/", document("<h1>Opener</h1><script>open('/popup')</script>"))
    with chromium.page(Variant()) as opened:
        load(opened, url, chromium.options)
        for _ in range(200):
            if opened.events and len(opened.page.context.pages) == 1:
                break
            opened.page.wait_for_timeout(100)
        assert opened.events
        assert [page.url for page in opened.page.context.pages] == [url]


def test_an_error_in_a_visit_costs_only_that_page(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<h1>Fine</h1>"))

    def broken_visit() -> None:
        with chromium.page(Variant()) as opened:
            load(opened, url, chromium.options)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_visit()
    assert seen(chromium, url) == "Fine"


def test_headers_go_to_the_target_s_origin_alone(web: Web, chromium: BrowserSession) -> None:
    received: dict[str, str | None] = {}

    def record(request: object) -> None:
        received[request.path] = request.headers.get("X-Secret")  # type: ignore[attr-defined]
        request.send_response(200)  # type: ignore[attr-defined]
        request.send_header("Content-Length", "0")  # type: ignore[attr-defined]
        request.end_headers()  # type: ignore[attr-defined]

    web.answer("/own.png", record)
    web.answer("/other.png", record)
    url = web.page("/", document(f"<h1>Images</h1><img alt='' src='/own.png'><img alt='' src='{web.other}/other.png'>"))
    session = BrowserSession(
        type(chromium.options)(**(chromium.options.__dict__ | {"headers": {"X-Secret": "s3cret"}}))
    )
    session._playwright = chromium._playwright
    session._launched = chromium._browser()
    with session.page(Variant()) as opened:
        load(opened, url, session.options)
    assert received == {"/own.png": "s3cret", "/other.png": None}
