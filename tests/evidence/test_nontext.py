"""Measuring controls leaves the page as found, repeats, and says what it did not reach."""

from __future__ import annotations

import time
from typing import Any

from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import nontext
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Variant

FIELD = "<input aria-label=Name placeholder=Name style='border: 1px solid #ddd'>"
FORM = FIELD + "<div style='height: 1500px'></div><a href='#a'>Far</a>"
LOOK = (
    "() => JSON.stringify([scrollX, scrollY, document.adoptedStyleSheets.length, document.activeElement.localName,"
    "document.documentElement.outerHTML])"
)


def collect(chromium: BrowserSession, url: str, seconds: float = 120.0) -> tuple[Any, Any, Any]:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        before = realm.evaluate(LOOK)
        access = PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + seconds)
        return nontext.collect(access), before, realm.evaluate(LOOK)


def test_the_page_is_left_as_found_and_three_runs_agree(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document(FORM))
    runs = [collect(chromium, url) for _ in range(3)]
    assert runs[0][0] == runs[1][0] == runs[2][0]
    assert [before for _, before, _ in runs] == [after for _, _, after in runs]
    assert [one["kind"] for one in runs[0][0]["controls"]] == ["field"]


def test_what_was_not_measured_is_counted(web: Web, chromium: BrowserSession) -> None:
    found, _, _ = collect(chromium, web.page("/", document(FORM)), seconds=-1)
    assert (found["controls"], found["left"]) == ([], 1)


def test_hints_have_their_colour_back_when_measuring_ends(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document(f"<style>input {{ transition: all 400ms }}</style>{FIELD}"))
    hint = "() => getComputedStyle(document.querySelector('input'), '::placeholder').webkitTextFillColor"
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        before = realm.evaluate(hint)
        nontext.collect(PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + 120))
        assert realm.evaluate(hint) == before


def test_a_control_right_beside_a_field_is_not_its_edge(web: Web, chromium: BrowserSession) -> None:
    button = "<button style='background: #036; color: #fff; border: 0; padding: 8px'>Go</button>"
    field = "<input aria-label=Name style='border: 1px solid #eee; background: #fff; padding: 8px'>"
    found, _, _ = collect(chromium, web.page("/", document(f"<div>{field}{button}</div>")))
    (measured,) = [one for one in found["controls"] if one["kind"] == "field"]
    assert measured["best"] < 1.5
    dark = field.replace("#eee", "#555")
    found, _, _ = collect(chromium, web.page("/dark", document(f"<div>{dark}{button}</div>")))
    assert found["controls"][0]["best"] > 3
