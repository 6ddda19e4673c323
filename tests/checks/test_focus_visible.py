from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import focus_visible
from a11ycheck.model import CheckOutcome


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#a'>default</a><button>default</button><input type=checkbox><select><option>one</select>",
        "<style>a:focus { outline: none; background: gold }</style><a href='#a'>background</a>",
        "<style>a { text-decoration: none } a:focus { outline: none; text-decoration: underline }</style><a href='#a'>line</a>",
        "<style>button { outline: none } button:focus { box-shadow: 0 0 0 3px navy }</style><button>shadow</button>",
        "<style>input { outline: none; border: 1px solid gray }</style><input aria-label=caret>",
        "<style>p:focus-within { background: gold } a { outline: none }</style><p><a href='#a'>around</a></p>",
        "<style>a { outline: none } a:focus b { background: gold }</style><a href='#a'><b>inside</b></a>",
        "<style>a { outline: none } a:focus::after { content: ' <' }</style><a href='#a'>pseudo</a>",
        "<style>input { position: absolute; opacity: 0 } input:focus + label { outline: 2px solid navy }</style>"
        "<input type=radio id=r><label for=r>hidden field, visible label</label>",
        "<style>.skip:not(:focus) { position: absolute; left: -9999px } .skip { outline: none }</style>"
        "<a class=skip href='#m'>Skip</a><main id=m>text</main>",
        "<style>h1 { outline: none }</style><h1 tabindex=-1>News</h1><a href='#a'>link</a>"
        "<script>document.querySelector('h1').focus()</script>",
        "<style>canvas { outline: none }</style><canvas tabindex=0 width=50 height=50 "
        "onfocus=\"this.getContext('2d').fillRect(0, 0, 50, 50)\" onblur='this.width = 50'></canvas>",
        "<style>a { outline: none }</style><a href='#a' onfocus=\"document.querySelector('#far').textContent = 'focused'\" "
        "onblur=\"document.querySelector('#far').textContent = ''\">shown elsewhere</a><p id=far></p>",
    ],
    ids=[
        "default",
        "background",
        "line",
        "shadow",
        "caret",
        "around",
        "inside",
        "pseudo",
        "label",
        "skip link",
        "heading",
        "canvas",
        "far",
    ],
)
def test_passes_what_shows_its_focus(judge: Judge, html: str) -> None:
    assert outcomes(judge(focus_visible, html)) == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<style>a { outline: none }</style><a href='#a'>nothing</a>",
        "<style>button:focus { outline: 3px solid white } button { border: 0; background: white }</style>"
        "<button>white on white</button>",
        "<style>a:focus { outline: 0; box-shadow: 0 0 0 3px transparent }</style><a href='#a'>transparent shadow</a>",
        "<style>input { outline: none; caret-color: transparent }</style><input aria-label='no caret'>",
        "<style>input { outline: none }</style><input readonly value=x aria-label='read only'>",
        "<style>input { position: absolute; opacity: 0 }</style><input type=checkbox id=c><label for=c>hidden field</label>",
    ],
    ids=["nothing", "white", "transparent", "no caret", "read only", "label"],
)
def test_fails_what_nothing_shows(judge: Judge, html: str) -> None:
    (found,) = judge(focus_visible, html)
    assert found.outcome == "failed"


def test_fails_inside_frames_and_shadow_roots(judge: Judge) -> None:
    html = """<iframe srcdoc="<style>a{outline:none}</style><a href='#a'>framed</a>"></iframe><div id=h></div>
      <script>h.attachShadow({mode: "open"}).innerHTML = "<style>a{outline:none}</style><a href='#b'>shadowed</a>"</script>"""
    found = judge(focus_visible, html)
    assert outcomes(found) == ["failed", "failed"]
    assert all(outcome.location and " >>> " in outcome.location.selector for outcome in found)


def test_asks_about_what_hardly_shows(judge: Judge) -> None:
    html = "<style>a { outline: none } a:focus { box-shadow: 0 0 0 4px rgb(250 250 255) }</style><a href='#a'>faint</a>"
    (found,) = judge(focus_visible, html)
    assert found.outcome == "cantTell"
    assert "hardly changes" in found.message


def test_asks_about_what_comes_late(judge: Judge) -> None:
    html = """<style>button { outline: none } [role=tooltip] { visibility: hidden }</style><button>Full screen</button>
      <p role="tooltip">Takes the whole screen</p>
      <script>
        const tip = document.querySelector("[role=tooltip]"), button = document.querySelector("button")
        let timer
        button.onfocus = () => { timer = setTimeout(() => tip.style.visibility = "visible", 400) }
        button.onblur = () => { clearTimeout(timer); tip.style.visibility = "" }
      </script>"""
    (found,) = judge(focus_visible, html)
    assert found.outcome == "cantTell"
    assert "then something does" in found.message


def test_asks_when_the_page_moves(judge: Judge) -> None:
    html = """<style>a { outline: none }</style><a href="#a">nothing</a><p id=t style="font-size: 40px"></p>
      <script>setInterval(() => { t.textContent = Math.random() }, 1)</script>"""
    assert outcomes(judge(focus_visible, html)) == ["cantTell"]


def test_is_inapplicable_without_anything_to_focus(judge: Judge) -> None:
    assert outcomes(judge(focus_visible, "<p>text</p>")) == ["inapplicable"]
