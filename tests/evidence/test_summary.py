"""What is kept of a page for checks across pages."""

from __future__ import annotations

import time
from typing import Any

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import summary
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Json, Variant


def collected(web: Any, chromium: BrowserSession, body: str) -> Json:
    url = web.page("/dir/page.html", f"<!DOCTYPE html><html lang=en><title>x</title><body>{body}</body>")
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, url, chromium.options)
        return summary.collect(PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + 10))


def test_a_menu_holds_its_exposed_items_with_addresses(web: Any, chromium: BrowserSession) -> None:
    body = (
        "<header><nav aria-label=Main><a href=../a.html>A</a><a href='b.html#part'>B</a><button>Menu</button>"
        "<a href=https://other.example/x>C</a><a href=n.html rel=next>Next</a><a href=#here>Part</a>"
        "<a href=/fr hreflang=fr>Français</a><a hidden href=h>Hidden</a><a aria-hidden=true href=i>Silent</a></nav></header>"
    )
    (block,) = collected(web, chromium, body)["blocks"]
    assert (block["path"], block["name"], block["place"]["selector"]) == (
        "banner/navigation",
        "Main",
        "html > body > header > nav",
    )
    assert block["items"] == [["A", "/a.html"], ["B", "/dir/b.html"], ["Menu", ""], ["C", "https://other.example/x"]]


def test_links_belong_to_the_innermost_landmark_and_unmarked_menus_count(web: Any, chromium: BrowserSession) -> None:
    body = (
        "<header><a href=/>Home</a><a href=/in>Sign in</a><nav><a href=/a>A</a><a href=/b>B</a></nav></header>"
        "<div class='top nav-bar menu'><ul id=nav><li><a href=/c>C</a><li><a href=/d>D</a><li><a href=/e>E</a></ul></div>"
        "<main><div class=menu><a href=/f>F</a><a href=/g>G</a><a href=/h>H</a></div></main>"
    )
    blocks = {block["path"]: [name for name, _ in block["items"]] for block in collected(web, chromium, body)["blocks"]}
    assert blocks == {"banner": ["Home", "Sign in"], "banner/navigation": ["A", "B"], "unmarked": ["C", "D", "E"]}


def test_help_outside_the_content_comes_with_the_order_of_landmarks(web: Any, chromium: BrowserSession) -> None:
    body = (
        "<header><a href=mailto:a@b.example>Write</a></header><main><a href=/contact>Contact</a></main>"
        "<footer><a href=/contact>Contact us</a><a href=tel:+1>Call</a><button>Live chat</button><a href=/faq>FAQ</a></footer>"
    )
    found = collected(web, chromium, body)
    assert [way["kind"] for way in found["help"]] == ["mail", "contact", "phone", "chat", "help"]
    assert found["sequence"] == [
        "banner", "mail mailto:a@b.example", "main", "contentinfo", "contact /contact", "phone tel:+1", "chat live chat",
        "help /faq",
    ]  # fmt: skip


def test_without_a_main_landmark_help_counts_in_other_landmarks_only(web: Any, chromium: BrowserSession) -> None:
    body = "<p><a href=mailto:a@b.example>Ann</a><footer><a href=mailto:c@d.example>Write</a></footer>"
    assert [way["name"] for way in collected(web, chromium, body)["help"]] == ["Write"]


def test_search_overviews_and_icons(web: Any, chromium: BrowserSession) -> None:
    body = (
        "<form action=/find><input name=q aria-label='Search docs'></form><a href=/genindex.html>General Index</a>"
        "<a href=/ ><img src=/img/home.svg alt=Home></a><button aria-label=Theme><svg><path d=M0></svg></button>"
        "<a href=/t><svg><path d=M1></svg> Text</a>"
    )
    found = collected(web, chromium, body)
    assert [(field["name"], field["key"]) for field in found["search"]] == [("Search docs", "q /find")]
    assert found["searched"]
    assert found["overviews"] == ["/genindex.html"]
    assert [icon["name"] for icon in found["icons"]] == ["Home", "Theme"]
    assert found["icons"][0]["key"] == "img home.svg /"


def test_shadow_trees_count_and_typed_text_is_left_alone(web: Any, chromium: BrowserSession) -> None:
    body = (
        "<div id=host></div><form><input type=search value=secret></form><script>host.attachShadow({mode: 'open'}).innerHTML ="
        " '<nav><a href=/a>A</a><a href=/b>B</a></nav>'</script>"
    )
    found = collected(web, chromium, body)
    assert [block["path"] for block in found["blocks"]] == ["navigation"]
    assert "secret" not in str(found["search"])


def test_a_bare_document_gives_an_empty_summary(web: Any, chromium: BrowserSession) -> None:
    found = collected(web, chromium, "<script>document.body.remove()</script>")
    assert (found["blocks"], found["help"], found["searched"]) == ([], [], False)
