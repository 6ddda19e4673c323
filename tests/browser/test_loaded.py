"""What a visit asked the network for is noted, and whether a script fetched data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from a11ycheck.browser.loaded import Loaded, Requests
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant


@pytest.fixture
def loaded(web: Any, chromium: BrowserSession) -> Callable[..., Loaded]:
    """What is noted of a page with this script, run while it loads or after it has settled."""
    web.page("/style.css", "p { color: black }")
    web.page("/data", "{}")

    requests = Requests()

    def load(script: str, *, settled: bool = False) -> Loaded:
        url = web.page("/", "<!DOCTYPE html><title>x</title><link rel=stylesheet href=style.css><p>Text")
        with chromium.page(Variant(), fresh=True) as opened:
            requests.watch(opened.page.context, opened.page)
            requests.begin()
            requests.load()
            opened.page.goto(f"{url}#part")
            if settled:
                requests.settle()
            opened.page.evaluate(f"async () => {{ {script} }}")
            opened.page.wait_for_timeout(100)
        return requests.loaded

    return load


def test_each_address_is_noted_once_without_its_fragment(web: Any, loaded: Callable[..., Loaded]) -> None:
    seen = loaded("const image = new Image(); image.src = '/style.css#x'; await image.decode().catch(() => 0)")
    assert [url for url in seen.urls if "favicon" not in url] == [f"{web.base}/", f"{web.base}/style.css"]
    assert not seen.fetched_data


@pytest.mark.parametrize(
    "script",
    [
        "await fetch('/data')",
        "const asked = new XMLHttpRequest(); asked.open('GET', '/data', false); asked.send()",
        "await fetch('/data', { method: 'POST' }).catch(() => 0)",
        "navigator.sendBeacon('/data', 'x')",
        "new EventSource('/data')",
        "new WebSocket(location.origin.replace('http', 'ws'))",
        "new Worker(URL.createObjectURL(new Blob(['1'])))",
    ],
    ids=["fetch", "XMLHttpRequest", "POST", "beacon", "EventSource", "WebSocket", "worker"],
)
def test_data_is_noticed_by_each_way_of_fetching_it(loaded: Callable[..., Loaded], script: str) -> None:
    assert loaded(script).fetched_data


def test_what_collectors_fetch_of_a_settled_page_is_no_data_of_the_page(loaded: Callable[..., Loaded]) -> None:
    assert not loaded("await fetch('/style.css')", settled=True).fetched_data
    assert loaded("await fetch('/data', { method: 'POST' }).catch(() => 0)", settled=True).fetched_data


def test_a_new_visit_begins_with_nothing(web: Any, loaded: Callable[..., Loaded]) -> None:
    assert f"{web.base}/data" in loaded("await fetch('/data')").urls
    after = loaded("")
    assert (f"{web.base}/data" in after.urls, after.fetched_data) == (False, False)
