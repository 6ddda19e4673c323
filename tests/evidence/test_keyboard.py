from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import Web

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import keyboard
from a11ycheck.evidence.base import PageAccess
from a11ycheck.evidence.keyboard_exits import named_keys
from a11ycheck.model import Effort, Interact, Variant

Walk = Callable[..., dict[str, Any]]


@pytest.fixture
def walk(chromium: BrowserSession, web: Web) -> Walk:
    def through(html: str, *, seconds: float = 120.0, effort: Effort = Effort.STANDARD) -> dict[str, Any]:
        url = web.page("/page.html", f"<!DOCTYPE html><html lang=en><title>Page</title>{html}")
        with chromium.page(Variant(), fresh=True) as opened:
            realm, _ = load(opened, url, chromium.options)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=False)
            until = time.monotonic() + seconds
            access = PageAccess(
                opened.page, realm, Variant(), Interact.OBSERVE, until, effort=effort, events=hands_off.events
            )
            return keyboard.collect(access)

    return through


MIXED = """<a href="#a">first</a><div id=h></div>
  <iframe srcdoc="<button>framed</button><iframe srcdoc='<button>deep</button>'></iframe>"></iframe>
  <input type=radio name=r aria-label=one><input type=radio name=r aria-label=two><button disabled>off</button>
  <div inert><button>inert</button></div><p tabindex=-1>not in the order</p><div contenteditable>text</div><a href="#z">last</a>
  <script>h.attachShadow({mode: "open"}).innerHTML = "<button>shadowed</button>"</script>"""


def names(walked: dict[str, Any]) -> list[str]:
    return [stop["place"]["identity"]["name"] for stop in walked["stops"]]


def test_goes_through_frames_and_shadow_roots_to_the_end(walk: Walk) -> None:
    walked = walk(MIXED)
    assert names(walked) == ["first", "shadowed", "framed", "deep", "one", "", "last"]
    assert walked["ended"] == "page-end"
    assert [stop["n"] for stop in walked["stops"]] == list(range(1, len(walked["stops"]) + 1))
    assert walked["stops"][3]["place"]["selector"].count(" >>> ") == 2


def test_going_through_shadow_roots_and_slots_is_not_going_back(walk: Walk) -> None:
    link, slots = "<a href=#>{}</a>", "<slot name=end></slot><slot></slot>"
    hosts = "".join(
        f"<div id=h{n}><template shadowrootmode=open>{link.format(f'in {n}')}{slots}</template>"
        f"{link.format(f'late {n}')}<a href=# slot=end>early {n}</a></div>{link.format(f'between {n}')}"
        for n in range(8)
    )
    walked = walk(hosts)
    assert names(walked) == [f"{word} {n}" for n in range(8) for word in ("in", "early", "late", "between")]
    assert not [stop for stop in walked["stops"] if stop["back"]]


def test_three_walks_are_equal(walk: Walk) -> None:
    html = MIXED + "<style>button { outline: none }</style><button onfocus=\"alert('x')\">asks</button>"
    first = walk(html)
    assert walk(html) == first
    assert walk(html) == first


def test_stops_at_its_limit_and_goes_further_when_thorough(walk: Walk) -> None:
    html = "<a href='#a'>link</a> " * 130
    assert (len(walk(html)["stops"]), walk(html)["ended"]) == (100, "limit")
    assert (len(walk(html, effort=Effort.THOROUGH)["stops"]), walk(html, effort=Effort.THOROUGH)["ended"]) == (
        130,
        "page-end",
    )


def test_stops_when_its_time_is_over(walk: Walk) -> None:
    assert walk("<a href='#a'>link</a> " * 50, seconds=0)["ended"] == "time"


def test_goes_round_when_the_page_takes_the_focus_first(walk: Walk) -> None:
    walked = walk("<a href='#a'>one</a><button autofocus>two</button><a href='#b'>three</a>")
    assert names(walked) == ["two", "three", "one"]
    assert walked["ended"] == "page-end"


def test_goes_on_behind_a_trap(walk: Walk) -> None:
    walked = walk(
        "<a href='#a'>one</a><button onblur='setTimeout(() => this.focus(), 10)'>two</button><a href='#b'>three</a>"
    )
    assert [trap["keys"] for trap in walked["traps"]] == [[walked["stops"][1]["key"]]]
    assert walked["moved_by_page"]


def test_names_a_trap_once_when_the_order_leads_back_to_it(walk: Walk) -> None:
    html = """<a href="#a">one</a><textarea aria-label=stuck onkeydown="if (event.key === 'Tab') event.preventDefault()"></textarea>
      <button tabindex=1>first</button>"""
    walked = walk(html)
    assert names(walked) == ["first", "one", "stuck"]
    assert len(walked["traps"]) == 1
    assert walked["ended"] == "page-end"


def test_names_a_trap_once_and_only_its_own_stops(walk: Walk) -> None:
    html = """<h1 tabindex=-1 id=h>News</h1><a href="#a">one</a>
      <textarea aria-label=stuck onkeydown="if (event.key === 'Tab') event.preventDefault()"></textarea><a href="#b">two</a>
      <script>h.focus()</script>"""
    walked = walk(html)
    assert names(walked) == ["News", "one", "stuck", "two"]
    assert [trap["keys"] for trap in walked["traps"]] == [[walked["stops"][2]["key"]]]
    assert not any(stop["back"] for stop in walked["stops"])


def test_holds_no_typed_values(walk: Walk) -> None:
    assert "hunter2" not in str(walk("<input type=password value=hunter2><textarea>hunter2</textarea>"))


def test_survives_a_page_that_redefines_the_language(walk: Walk) -> None:
    html = (
        "<script>JSON.stringify = Promise = Element.prototype.getBoundingClientRect = null</script><a href='#a'>one</a>"
    )
    assert names(walk(html)) == ["one"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Press the M-key to Exit", ["m"]),
        ("Use Ctrl+M to toggle whether Tab moves the focus.", ["Control+m"]),
        ("Press <Esc> to leave. Press Enter to send.", ["Escape"]),
        ("Hit F6 to move out of the editor", ["F6"]),
        ("Type your name", []),
        ("Press Enter to send your message", []),
    ],
)
def test_keys_that_a_text_names_as_a_way_out(text: str, keys: list[str]) -> None:
    assert named_keys(text) == keys
