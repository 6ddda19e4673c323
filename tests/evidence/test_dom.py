from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import Web

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import dom
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Variant

Read = Callable[[str], dict[str, Any]]


@pytest.fixture
def read(chromium: BrowserSession, web: Web) -> Read:
    def of(html: str) -> dict[str, Any]:
        url = web.page("/page.html", f"<!DOCTYPE html><html lang=en><title>Page</title>{html}")
        with chromium.page(Variant()) as opened:
            realm, _ = load(opened, url, chromium.options)
            return dom.collect(PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + 120))

    return of


@pytest.mark.parametrize(
    ("html", "name", "source"),
    [
        ('<a href="#x">Plain <b>text</b></a>', "Plain text", "content"),
        ('<a href="#x"><img src="" alt="Home"></a>', "Home", "content"),
        ('<a href="#x" aria-label="Said">seen</a>', "Said", "aria-label"),
        (
            '<span id="one">Part one</span><a href="#x" aria-labelledby="one own" id="own">two</a>',
            "Part one two",
            "aria-labelledby",
        ),
        ('<a href="#x" title="Tip"><span aria-hidden="true">x</span></a>', "Tip", "title"),
        ('<a href="#x"><svg><title>Search</title><path d="M0 0h9"/></svg></a>', "Search", "content"),
        (
            '<p id="gone" hidden>Hidden name</p><a href="#x" aria-labelledby="gone">x</a>',
            "Hidden name",
            "aria-labelledby",
        ),
        ('<style>a::before{content:"Made by style"}</style><p>Text</p><a href="#x"></a>', "Made by style", "content"),
        ('<a href="#x">one<div>two</div>three</a>', "one two three", "content"),
        ('<a href="#x"><span style="display:none">not this</span>seen</a>', "seen", "content"),
        ('<p>Text</p><a href="#x">\ue001</a>', "", ""),
    ],
)
def test_names_of_links(read: Read, html: str, name: str, source: str) -> None:
    (link,) = read(html)["documents"][0]["links"]
    assert (link["name"], link["source"]) == (name, source)


@pytest.mark.parametrize(
    ("html", "name", "source"),
    [
        ("<label>Name <input></label>", "Name", "label"),
        ('<label for="f">First</label><input id="f">', "First", "label"),
        ('<input placeholder="Search">', "Search", "placeholder"),
        ('<input title="Search" placeholder="Words">', "Search", "title"),
        ('<input type="image" src="" alt="Go">', None, None),
        ('<p>Text</p><div role="textbox" aria-label="Note" tabindex="0"></div>', "Note", "aria-label"),
        ('<label>Pages <input value="typed secret"> to print</label>', "Pages to print", "label"),
    ],
)
def test_names_of_fields(read: Read, html: str, name: str | None, source: str | None) -> None:
    fields = read(html)["documents"][0]["fields"]
    assert [(field["name"], field["source"]) for field in fields] == ([] if name is None else [(name, source)])


def test_typed_values_stay_in_the_page(read: Read) -> None:
    evidence = read(
        '<label>Key <input value="s3cret-value"></label><textarea>s3cret-value</textarea>'
        "<div contenteditable>s3cret-value</div>"
    )
    assert "s3cret-value" not in repr(evidence)


def test_frames_and_shadow_roots_are_read(read: Read, web: Web) -> None:
    web.page("/inner.html", "<!DOCTYPE html><title>Inner</title><img src=inner.png alt=Inner>")
    top, inner = read(
        '<iframe src="/inner.html" title="Frame"></iframe><div id="host"></div>'
        '<script>host.attachShadow({mode:"open"}).innerHTML = "<img src=shadow.png alt=Shadow>"</script>'
    )["documents"]
    assert [image["name"] for image in top["images"]] == ["Shadow"]
    assert [image["name"] for image in inner["images"]] == ["Inner"]
    assert top["places"][top["images"][0]["at"]]["selector"] == "#host >>> img"
    assert inner["places"][inner["images"][0]["at"]]["selector"].startswith("html > body > iframe >>> ")


def test_text_is_kept_by_the_language_it_is_declared_in(read: Read) -> None:
    document = read(
        '<p>English text</p><p lang="de">Deutscher Text <span lang="fr">du texte</span></p><p hidden>unseen</p>'
    )["documents"][0]
    assert {entry["lang"]: entry["text"] for entry in document["languages"]} == {
        "en": "English text",
        "de": "Deutscher Text",
        "fr": "du texte",
    }


def test_crowded_small_targets_are_found(read: Read) -> None:
    style = "<style>button{width:16px;height:16px;padding:0;border:0;margin:0}</style>"
    crowded = read(f"{style}<button>a</button><button>b</button>")["documents"][0]["targets"]
    spaced = read(f'{style}<button>a</button><button style="margin-left:12px">b</button>')["documents"][0]["targets"]
    assert [item["size"] for item in crowded["crowded"]] == [[16, 16], [16, 16]]
    assert (spaced["small"], spaced["crowded_count"]) == (2, 0)
