"""Text alone at 200 %: what follows the browser's text size, what is lost then, and the page as found afterwards."""

from __future__ import annotations

import base64
from typing import Any

from tests.conftest import Web, document
from tests.evidence.test_text_layout import access

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import enlarged_text
from a11ycheck.model import Variant

BOX = "<div id=box style='height: 20px; overflow: hidden; font-size: 1rem'>Cut when its letters grow</div>"
LOOK = """() => JSON.stringify([innerWidth, scrollY, document.adoptedStyleSheets.length, document.documentElement.outerHTML,
  ...[...document.querySelectorAll("p, pre, div")].map((e) => getComputedStyle(e).fontSize)])"""


def run(chromium: BrowserSession, url: str) -> Any:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        before = realm.evaluate(LOOK)
        found = enlarged_text.collect(access(opened, realm))
        assert realm.evaluate(LOOK) == before
    return found


def test_counts_the_text_that_follows(web: Web, chromium: BrowserSession) -> None:
    body = "<p style='font-size: 14px'>four px</p><p>four</p><pre>four</pre><p hidden>not shown</p>"
    shadow = "<div><template shadowrootmode=open><p style='font-size: 120%'>four</p></template></div>"
    found = run(chromium, web.page("/", document(body + shadow)))
    assert (found["letters"], found["grown"]) == (18, 12)
    assert found["fixed"] == [{"text": "four px", "size": 14, "letters": 6}]


def test_tells_and_pictures_what_is_cut_and_covered(web: Web, chromium: BrowserSession) -> None:
    covers = "<div style='height: 20px'>First of two</div><div id=second>Second of two</div>"
    narrow = f"<div style='width: 90px; line-height: 1.2'>{covers}</div>"
    found = run(chromium, web.page("/", document(BOX + narrow)))
    [top] = found["documents"]
    assert [(item["selector"], item["kind"]) for item in top["lost"]] == [("#box", "cut")]
    assert [item["selector"] for item in top["overlaps"]] == ["#second"]
    assert [look["selector"] for look in found["looks"]] == ["#box", "#second"]
    assert base64.b64decode(found["looks"][0]["data"])[8:12] == b"WEBP"


def test_frames_and_three_runs(web: Web, chromium: BrowserSession) -> None:
    web.page("/inner", document(BOX))
    url = web.page("/", document("<p>four</p><iframe title=x width=700 src='/inner'></iframe>"))
    runs = [run(chromium, url) for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]
    assert [item["selector"] for found in runs[0]["documents"] for item in found["lost"]] == [
        "html > body > main > iframe >>> #box"
    ]
    assert runs[0]["letters"] == runs[0]["grown"]


def test_text_in_pixels_loses_nothing(web: Web, chromium: BrowserSession) -> None:
    found = run(chromium, web.page("/", document(BOX.replace("1rem", "16px"))))
    assert found["grown"] < found["letters"]
    assert [document["lost"] for document in found["documents"]] == [[]]
    assert found["looks"] == []
