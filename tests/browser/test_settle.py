"""Settling ends motion without hiding what happens at its end, and says which bound was hit."""

from __future__ import annotations

import time

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant


def settled(
    web: Web, chromium: BrowserSession, body: str, question: str, **headers: str
) -> tuple[object, tuple[str, ...]]:
    url = web.page("/", document(body), **headers)
    with chromium.page(Variant()) as opened:
        realm, facts = load(opened, url, chromium.options)
        return realm.evaluate(question), facts.settle


def test_a_finite_animation_is_at_its_end(web: Web, chromium: BrowserSession) -> None:
    body = "<style>@keyframes in {from {opacity: 0} to {opacity: 1}} h1 {animation: in 60s both}</style><h1>Hello</h1>"
    assert settled(web, chromium, body, "() => getComputedStyle(document.querySelector('h1')).opacity") == ("1", ())


def test_an_infinite_animation_stands_still(web: Web, chromium: BrowserSession) -> None:
    body = "<style>@keyframes turn {to {rotate: 360deg}} h1 {animation: turn 1s infinite}</style><h1>Hello</h1>"
    question = "() => document.getAnimations().map((animation) => animation.playState)"
    assert settled(web, chromium, body, question) == (["paused"], ())


def test_scripts_that_wait_for_the_end_of_a_transition_go_on(web: Web, chromium: BrowserSession) -> None:
    body = """<style>h1 {transition: opacity 30s; opacity: 0} h1.in {opacity: 1}</style><h1>Hello</h1><script>
      const h1 = document.querySelector("h1");
      h1.addEventListener("transitionend", () => { h1.textContent = "Done"; });
      requestAnimationFrame(() => requestAnimationFrame(() => h1.classList.add("in")));
    </script>"""
    assert settled(web, chromium, body, "() => document.querySelector('h1').textContent") == ("Done", ())


@pytest.mark.parametrize(
    "style",
    [
        "h1 {transition: opacity 30s; opacity: 0} h1.in {opacity: 1}",
        "h1 {transition: 30s; opacity: 0} h1.in {opacity: 1}",
        "@layer look {h1 {transition: opacity 30s; opacity: 0} h1.in {opacity: 1}}",
        "@layer look; h1 {transition: opacity 30s; opacity: 0} h1.in {opacity: 1}",
        "h1 span {opacity: 0} h1 span::before {content: 'x'; transition: opacity 30s} h1.in span::before {opacity: .5}",
    ],
)
def test_a_transition_after_it_ends_at_once_and_says_so(web: Web, chromium: BrowserSession, style: str) -> None:
    url = web.page("/", document(f"<style>{style}</style><h1>Hello<span></span></h1>"))
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        ended = realm.evaluate("""() => new Promise((resolve) => {
          const h1 = document.querySelector("h1");
          h1.addEventListener("transitionend", () => resolve(true));
          h1.classList.add("in");
          setTimeout(() => resolve(false), 5000);
        })""")
    assert ended


@pytest.mark.parametrize(
    "style", ["", ".box, .box * {transition: opacity .2s}", "button {transition: background-color .1s}"]
)
def test_what_is_shown_can_take_the_focus_at_once(web: Web, chromium: BrowserSession, style: str) -> None:
    body = f"""<style>{style} .box {{visibility: hidden; opacity: 0}} .box.shown {{visibility: visible; opacity: 1}}</style>
      <button id=opener>Open</button><div class=box role=dialog aria-label=Box><p><button id=inner>Close</button></p></div>"""
    url = web.page("/", document(body))
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        focused = realm.evaluate("""() => {
          getComputedStyle(inner).visibility;
          document.querySelector(".box").classList.add("shown");
          inner.focus();
          return document.activeElement.id;
        }""")
    assert focused == "inner"


def test_a_strict_content_security_policy_changes_nothing(web: Web, chromium: BrowserSession) -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'"
    body = "<style>@keyframes in {from {opacity: 0}} h1 {animation: in 60s}</style><h1>Hello</h1>"
    question = "() => getComputedStyle(document.querySelector('h1')).opacity"
    assert settled(web, chromium, body, question, Content_Security_Policy=policy) == ("1", ())


def test_motion_in_shadow_roots_ends_too(web: Web, chromium: BrowserSession) -> None:
    body = """<div id=host><template shadowrootmode=open><style>@keyframes in {from {opacity: 0}} p {animation: in 60s}
      </style><p>Hello</p></template></div>"""
    question = "() => getComputedStyle(host.shadowRoot.querySelector('p')).opacity"
    assert settled(web, chromium, body, question) == ("1", ())


def test_a_page_that_changes_for_a_while_is_waited_for(web: Web, chromium: BrowserSession) -> None:
    body = """<ul></ul><script>let n = 0; const timer = setInterval(() => {
      document.querySelector("ul").append(++n);
      if (n == 9) clearInterval(timer);
    }, 50)</script>"""
    assert settled(web, chromium, body, "() => document.querySelector('ul').textContent") == ("123456789", ())


def test_a_page_that_never_goes_quiet_says_so(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.browser.settle.DOM_MS", 400)
    body = "<p id=clock></p><script>setInterval(() => clock.textContent = performance.now(), 20)</script>"
    assert settled(web, chromium, body, "() => 1") == (1, ("dom",))


def test_a_font_that_never_comes_says_so(web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11ycheck.browser.settle.FONTS_MS", 200)
    web.answer("/late.woff2", lambda request: time.sleep(2))
    body = """<p>x</p><script>addEventListener("load", () => {
      const font = new FontFace("late", "url(/late.woff2)");
      document.fonts.add(font);
      font.load().catch(() => {});
    })</script>"""
    assert settled(web, chromium, body, "() => 1") == (1, ("fonts",))


def test_a_page_that_replaces_the_built_ins_is_settled(web: Web, chromium: BrowserSession) -> None:
    body = "<h1>Hello</h1><script>window.Promise = window.JSON = window.MutationObserver = undefined; setTimeout = null</script>"
    assert settled(web, chromium, body, "() => document.querySelector('h1').textContent") == ("Hello", ())
