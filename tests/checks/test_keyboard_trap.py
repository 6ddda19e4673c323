from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import keyboard_trap
from a11ycheck.model import CheckOutcome

BACK = "onblur='setTimeout(() => this.focus(), 10)'"
HOLD = "if (event.key === 'Tab') event.preventDefault()"


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#a'>one</a><button>two</button><p>text</p>",
        "<a href='#a'>one</a><input type=date><input type=time><video controls></video><a href='#b'>after</a>",
        "<button>before</button><iframe srcdoc='<button>one</button><button>two</button>'></iframe><button>after</button>",
        "<button autofocus>middle</button><a href='#a'>after</a>",
        "<a href='#a'>before</a><button autofocus>middle</button><a href='#b'>after</a>",
        "<button onfocus='this.nextElementSibling.focus()'>sent on</button><button>next</button><a href='#a'>after</a>",
    ],
    ids=["plain", "native parts", "frame", "autofocus first", "autofocus between", "sent on"],
)
def test_passes_what_tab_leaves(judge: Judge, html: str) -> None:
    assert outcomes(judge(keyboard_trap, html)) == ["passed"]


def test_passes_a_dialog_that_escape_leaves(judge: Judge) -> None:
    html = """<a href="#a">page</a><div role=dialog id=d aria-modal=true>
      <button id=one>one</button><button id=two>two</button></div>
      <script>one.focus();
        d.addEventListener("keydown", (e) => {
          if (e.key === "Escape") d.remove();
          if (e.key === "Tab") { e.preventDefault(); (document.activeElement === one ? two : one).focus(); }
        })</script>"""
    assert outcomes(judge(keyboard_trap, html)) == ["passed"]


def test_passes_a_menu_that_escape_leaves(judge: Judge) -> None:
    html = """<a href="#a">page</a><div role=menu id=m aria-label=Message><div role=menuitem tabindex=0 id=i>Reply</div></div>
      <script>i.focus(); m.onkeydown = (e) => { if (e.key === "Escape") m.remove(); if (e.key === "Tab") e.preventDefault() }
      </script><a href="#b">after</a>"""
    assert outcomes(judge(keyboard_trap, html)) == ["passed"]


def test_passes_a_way_out_that_the_page_names(judge: Judge) -> None:
    html = f"""<a href="#a">before</a><p>Press Ctrl+M to leave the editor.</p>
      <textarea onkeydown="if (this.free) return; {HOLD}; if (event.ctrlKey && event.key === 'm') this.free = true"></textarea>
      <a href="#b">after</a>"""
    assert outcomes(judge(keyboard_trap, html)) == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        f"<a href='#a'>before</a><button {BACK}>trap</button><a href='#b'>after</a>",
        f"<a href='#a'>before</a><textarea onkeydown=\"{HOLD}\"></textarea><a href='#b'>after</a>",
        "<a href='#a'>before</a><button id=x onblur='setTimeout(() => y.focus(), 10)'>x</button>"
        "<button id=y onblur='setTimeout(() => x.focus(), 10)'>y</button><a href='#b'>after</a>",
        "<a href='#a'>before</a><div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML = '<button>in</button>';"
        "const b = h.shadowRoot.firstChild; b.onblur = () => setTimeout(() => b.focus(), 10)</script>",
        f"<p>Press X to exit.</p><a href='#a'>before</a><button {BACK}>stuck</button>",
    ],
    ids=["pulled back", "Tab swallowed", "two", "shadow", "false advice"],
)
def test_fails_what_nothing_leaves(judge: Judge, html: str) -> None:
    (found,) = judge(keyboard_trap, html)
    assert found.outcome == "failed"
    assert found.location is not None
    assert "before" not in found.location.html


def test_fails_a_trap_inside_a_frame(judge: Judge) -> None:
    html = f"<a href='#a'>before</a><iframe srcdoc=\"<button {BACK}>trap</button><button>after</button>\"></iframe>"
    (found,) = judge(keyboard_trap, html)
    assert found.outcome == "failed"
    assert found.location is not None
    assert " >>> " in found.location.selector


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#a'>before</a><textarea onkeydown=\"if (!event.shiftKey && event.key === 'Tab') event.preventDefault()\">"
        "</textarea><a href='#b'>after</a>",
        f"<a href='#a'>before</a><textarea onkeydown=\"if (event.key === 'Escape') this.free = 1; if (!this.free) {HOLD}\">"
        "</textarea><a href='#b'>after</a>",
        "<a href='#a'>before</a><button id=x onblur='setTimeout(() => y.focus(), 10)'>Help with leaving</button>"
        "<button id=y onblur='setTimeout(() => x.focus(), 10)'>y</button>",
        f'<button>How to go on from the editor</button><textarea onkeydown="{HOLD}"></textarea><a href="#b">after</a>',
    ],
    ids=["only backwards", "only with Escape", "help inside", "help before it"],
)
def test_asks_where_there_may_be_a_way(judge: Judge, html: str) -> None:
    assert outcomes(judge(keyboard_trap, html)) == ["cantTell"]


def test_asks_when_a_request_was_held_back_before(judge: Judge) -> None:
    html = f"""<a href="#a" onfocus="fetch('/free', {{method: 'POST'}}).catch(() => 0)">before</a><button>between</button>
      <textarea onkeydown="{HOLD}"></textarea><a href="#b">after</a>"""
    assert outcomes(judge(keyboard_trap, html)) == ["cantTell"]


def test_says_what_was_not_walked(judge: Judge) -> None:
    (found,) = judge(keyboard_trap, "<a href='#a'>link</a> " * 120)
    assert found.outcome == "cantTell"
    assert "of" in found.message
    assert "100 of 120" in found.message


def test_is_inapplicable_without_anything_to_focus(judge: Judge) -> None:
    assert outcomes(judge(keyboard_trap, "<p>text</p>")) == ["inapplicable"]
