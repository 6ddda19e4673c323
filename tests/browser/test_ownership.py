"""Whose content an element is, told in the browser, in frames and shadow trees too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Web, document

from a11ycheck.application import Ownership
from a11ycheck.browser.load import load
from a11ycheck.browser.ownership import of_frame
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Variant

TABLES = (
    Ownership(owner="product", selectors=(".toolbar",)),
    Ownership(owner="user-content", name="Posts", selectors=(".post", "article.note")),
    Ownership(owner="third-party", name="Help widget", selectors=("#help",)),
    Ownership(owner="third-party", name="Video player", frames=("*/player*",)),
)
WHO = f"(selector) => {{ const i = {source('locate')}.locate(document.querySelector(selector)).identity;" + (
    " return [i.owner, i.owner_name]; }"
)
FRAME = "(selector) => document.querySelector(selector)"
BODY = """
<p id="ours">Ours</p>
<div class="post"><div><div><div><a id="deep" href="#x">far below</a></div></div></div>
<div class="toolbar"><button id="tool">Reply</button></div></div>
<div id="help"><div id="host"></div><iframe id="framed" title="Help" srcdoc="<p id=inner>Help</p>"></iframe></div>
<iframe id="video" title="Tour" src="/player?v=1"></iframe>
<iframe id="own" title="Own" srcdoc="<p id=inner>Ours</p>"></iframe>
<script>document.querySelector("#host").attachShadow({mode: "open"}).innerHTML = "<p id=shadowed>Chat</p>"</script>
"""


@pytest.fixture
def owned(chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch) -> BrowserSession:
    monkeypatch.setattr(chromium, "options", replace(chromium.options, ownership=TABLES))
    return chromium


def test_the_innermost_match_tells_whose_an_element_is(web: Web, owned: BrowserSession) -> None:
    web.page("/player", document("<button id=inner>Play</button>"))
    with owned.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, web.page("/", document(BODY)), owned.options)
        assert realm.evaluate(WHO, "#ours") == [None, None]
        assert realm.evaluate(WHO, "#deep") == ["user-content", "Posts"]
        assert realm.evaluate(WHO, "#tool") == ["product", ""]
        in_shadow = WHO.replace(
            "document.querySelector(selector)", "document.querySelector('#host').shadowRoot.firstChild"
        )
        assert realm.evaluate(in_shadow, "") == ["third-party", "Help widget"]
        frames = {name: realm.child(FRAME, name) for name in ("#framed", "#video", "#own")}
        told = {name: frame.evaluate(WHO, "#inner") for name, frame in frames.items() if frame}
        assert told == {
            "#framed": ["third-party", "Help widget"], "#video": ["third-party", "Video player"], "#own": [None, None],
        }  # fmt: skip


def test_without_tables_nothing_is_told(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, web.page("/", document("<p id=ours>Ours</p>")), chromium.options)
        assert realm.evaluate(WHO, "#ours") == [None, None]


def test_a_frame_is_told_by_the_first_glob_that_its_address_matches() -> None:
    assert of_frame(TABLES, "https://video.example/player/7") == {"owner": "third-party", "owner_name": "Video player"}
    assert of_frame(TABLES, "https://video.example/") is None


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"owner": "third-party"}, "needs selectors or frames"),
        ({"owner": "third-party", "selectors": ("a[",)}, "not a CSS selector"),
        ({"owner": "vendor", "selectors": ("a",)}, "third-party"),
    ],
)
def test_a_table_that_says_nothing_is_an_error(table: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Ownership.model_validate(table)
