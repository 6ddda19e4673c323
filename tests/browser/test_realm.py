"""Isolated worlds: out of the page's reach, in every frame, whatever its policy and process."""

from __future__ import annotations

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.realm import MainRealm
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import NotAuditedError, ScriptError
from a11ycheck.model import Variant

HAS_AXE = "() => typeof axe === 'object' && typeof axe.runPartial === 'function'"
FRAME = "() => document.querySelector('iframe')"


def test_the_page_cannot_reach_our_world(web: Web, chromium: BrowserSession) -> None:
    spoiled = "<h1>x</h1><script>JSON.stringify = () => 'spoiled'; Array.prototype.map = null; window.axe = 'planted'</script>"
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, web.page("/", document(spoiled)), chromium.options)
        assert realm.evaluate("(x) => JSON.stringify([x].map((y) => y + 1))", 1) == "[2]"
        realm.load_axe()
        assert realm.evaluate("() => typeof axe.runPartial") == "function"
        assert opened.page.evaluate("() => window.axe") == "planted"


@pytest.mark.parametrize("kept", [True, False], ids=["reused page", "fresh page"])
def test_axe_is_there_as_the_reused_page_begins_and_is_sent_where_it_is_not(
    web: Web, chromium: BrowserSession, kept: bool
) -> None:
    url = web.page("/", document("<iframe title=x src='/inner'></iframe>"))
    web.page("/inner", document("<h1>Inner</h1>"))
    with chromium.page(Variant(), fresh=not kept) as opened:
        realm, _ = load(opened, url, chromium.options)
        inner = realm.child(FRAME)
        assert inner is not None
        assert [each.evaluate(HAS_AXE) for each in (realm, inner)] == [kept, False]
        for each in (realm, inner):
            each.load_axe()
            assert each.evaluate(HAS_AXE)
        assert opened.page.evaluate("() => typeof axe") == "undefined"


@pytest.mark.parametrize("policy", ["default-src 'none'", "sandbox"], ids=["no sources", "no scripts"])
def test_axe_is_there_whatever_the_policy(web: Web, chromium: BrowserSession, policy: str) -> None:
    url = web.page("/", document("<h1>x</h1>"), Content_Security_Policy=policy)
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        realm.load_axe()
        assert realm.evaluate(HAS_AXE)


def test_an_error_in_a_script_is_raised_with_its_text(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, web.page("/", document("<h1>x</h1>")), chromium.options)
        with pytest.raises(ScriptError, match="boom"):
            realm.evaluate("() => { throw new Error('boom') }")
        with pytest.raises(ScriptError, match="later"):
            realm.evaluate("async () => { throw new Error('later') }")


@pytest.mark.parametrize("origin", ["base", "other"])
def test_frames_of_any_origin_are_entered(web: Web, chromium: BrowserSession, origin: str) -> None:
    web.page("/inner", document("<h1>Inner</h1>"), Content_Security_Policy="default-src 'none'")
    url = web.page("/", document(f"<iframe title=x src='{getattr(web, origin)}/inner'></iframe>"))
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        inner = realm.child(FRAME)
        assert inner is not None
        assert inner.evaluate("() => document.querySelector('h1').textContent") == "Inner"


def test_what_is_no_frame_has_no_realm(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, web.page("/", document("<h1>x</h1>")), chromium.options)
        assert realm.child("() => document.querySelector('h1')") is None
        assert realm.child("() => null") is None


def test_a_page_that_went_away_is_said(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<h1>x</h1>"))
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        opened.guard.open(None)
        opened.page.goto("about:blank")
        with pytest.raises(NotAuditedError) as caught:
            realm.evaluate("() => 1")
        assert caught.value.reason == "navigated-away"


def test_the_page_s_own_world_works_where_there_is_no_other(web: Web, chromium: BrowserSession) -> None:
    web.page("/inner", document("<h1>Inner</h1>"))
    url = web.page("/", document("<iframe title=x src='/inner'></iframe>"), Content_Security_Policy="script-src 'none'")
    with chromium.page(Variant()) as opened:
        load(opened, url, chromium.options)
        realm = MainRealm(opened.page.main_frame, chromium.options.axe_source)
        realm.load_axe()
        assert realm.evaluate("() => typeof axe.runPartial") == "function"
        inner = realm.child(FRAME)
        assert inner is not None
        assert inner.evaluate("() => document.querySelector('h1').textContent") == "Inner"
        with pytest.raises(ScriptError, match="boom"):
            realm.evaluate("() => { throw new Error('boom') }")
