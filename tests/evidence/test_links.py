"""Links of the rendered document."""

from __future__ import annotations

import time
from typing import Any

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import links
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Json, Variant


def collected(web: Any, chromium: BrowserSession, body: str, head: str = "") -> Json:
    url = web.page(
        "/dir/page", f"<!DOCTYPE html><html lang=en><head><title>x</title>{head}</head><body><h1>x</h1>{body}</body>"
    )
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, url, chromium.options)
        return links.collect(PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + 10))


def test_pages_come_in_reading_order_once_each_and_scripts_count(web: Any, chromium: BrowserSession) -> None:
    body = (
        '<a href="b#part">b</a><a href="/a?x=1">a</a><a href="../b">again</a><a href="b">b</a><a href="#/route">r</a>'
        '<map><area href="/map"></map><svg><a xlink:href="/svg"><text>s</text></a></svg><div id=host></div><p id=late></p>'
        '<script>host.attachShadow({mode: "open"}).innerHTML = \'<a href="/shadow">s</a>\';'
        "late.innerHTML = '<a href=\"/rendered\">r</a>'</script>"
    )
    found = collected(web, chromium, body)
    assert found["pages"] == ["/dir/b", "/a?x=1", "/b", "/dir/page#/route", "/map", "/svg", "/shadow", "/rendered"]
    assert not found["cut"]


def test_documents_are_listed_and_other_files_and_sites_are_not(web: Any, chromium: BrowserSession) -> None:
    body = (
        '<a href="/manual.pdf">m</a><a href="https://cdn.example/Guide.DOCX?v=2">g</a><a href="/a.zip">z</a>'
        '<a href="/export" download>e</a><a href="https://other.example/">o</a><a href="mailto:a@b.example">m</a>'
        '<a href="javascript:void 0">j</a><a href="http://[bad">b</a><a>no</a>'
    )
    found = collected(web, chromium, body, '<link rel="canonical" href="/dir/">')
    assert (found["pages"], found["documents"]) == ([], ["/manual.pdf", "https://cdn.example/Guide.DOCX?v=2"])
    assert found["canonical"] == web.base + "/dir/"


def test_a_password_in_a_link_is_left_out(web: Any, chromium: BrowserSession) -> None:
    host = web.base.removeprefix("http://")
    assert collected(web, chromium, f'<a href="http://ada:hunter2@{host}/x">x</a>')["pages"] == ["/x"]


def test_there_is_a_bound(web: Any, chromium: BrowserSession) -> None:
    script = (
        "<script>for (let n = 0; n < 6000; n++)"
        " document.body.append(Object.assign(document.createElement('a'), {href: '/' + n}))</script>"
    )
    found = collected(web, chromium, script)
    assert (len(found["pages"]), found["cut"]) == (5000, True)
