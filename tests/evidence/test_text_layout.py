"""Measuring text in another layout leaves the page as found, reaches frames and shadow roots, and repeats."""

from __future__ import annotations

import time
from typing import Any

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import reflow, text_spacing, zoom
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Variant

WIDE = "<p id=wide style='width: 600px'>Each line of this text can be read without scrolling the page from side to side.</p>"
COLLECTORS = (text_spacing, zoom, reflow)


def access(opened: Any, realm: Any, seconds: float = 120.0) -> PageAccess:
    return PageAccess(opened.page, realm, opened.variant, Interact.OBSERVE, time.monotonic() + seconds)


def run(chromium: BrowserSession, url: str, collector: Any, seconds: float = 120.0) -> Any:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        return collector.collect(access(opened, realm, seconds))


@pytest.mark.parametrize("collector", COLLECTORS, ids=lambda one: one.META.name)
def test_the_page_is_left_as_found(web: Web, chromium: BrowserSession, collector: Any) -> None:
    url = web.page("/", document(WIDE + "<div id=host><template shadowrootmode=open><p>Inside</p></template></div>"))
    look = """() => JSON.stringify([innerWidth, innerHeight, scrollX, scrollY, document.adoptedStyleSheets.length,
      document.documentElement.outerHTML, getComputedStyle(document.querySelector("p")).lineHeight,
      getComputedStyle(document.querySelector("#host").shadowRoot.querySelector("p")).letterSpacing])"""
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        before = realm.evaluate(look)
        collector.collect(access(opened, realm))
        assert realm.evaluate(look) == before


@pytest.mark.parametrize("collector", COLLECTORS, ids=lambda one: one.META.name)
def test_three_runs_measure_the_same(web: Web, chromium: BrowserSession, collector: Any) -> None:
    url = web.page(
        "/", document(WIDE + "<pre>" + "x" * 90 + "</pre><div style='height: 1em; overflow: hidden'>One<br>Two</div>")
    )
    runs = [run(chromium, url, collector) for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]


def test_frames_and_shadow_roots_are_measured(web: Web, chromium: BrowserSession) -> None:
    web.page("/inner", document(WIDE))
    frame = "<iframe title=x width=700 src='/inner'></iframe>"
    shadow = f"<div id=host><template shadowrootmode=open>{WIDE}</template></div>"
    documents = run(chromium, web.page("/", document(frame + shadow)), reflow)["documents"]
    assert [item["selector"] for found in documents for item in found["wide"]] == [
        "#host >>> #wide",
        "html > body > main > iframe >>> #wide",
    ]


def test_a_late_reaction_to_the_new_size_is_waited_for(web: Web, chromium: BrowserSession) -> None:
    script = "<script>onresize = () => setTimeout(() => document.querySelector('p').style.width = 'auto', 40)</script>"
    [found] = run(chromium, web.page("/", document(WIDE + script)), reflow)["documents"]
    assert found["wide"] == []


def test_a_page_that_never_stops_changing_is_said(web: Web, chromium: BrowserSession) -> None:
    script = "<script>setInterval(() => document.querySelector('p').id = 'p' + Math.random(), 5)</script>"
    assert run(chromium, web.page("/", document("<p>Text</p>" + script)), zoom)["calm"] is False


@pytest.mark.parametrize("collector", COLLECTORS, ids=lambda one: one.META.name)
def test_measuring_ends_when_the_time_is_over_and_says_so(web: Web, chromium: BrowserSession, collector: Any) -> None:
    url = web.page("/", document("".join(f"<p>Text {number}</p>" for number in range(500))))
    [found] = run(chromium, url, collector, seconds=0)["documents"]
    assert (found["cut"], found["texts"]) == ("time", 500)
    assert found["measured"] < 500
    [whole] = run(chromium, url, collector)["documents"]
    assert (whole["cut"], whole["measured"]) == ("", 500)
