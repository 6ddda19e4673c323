from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from tests.conftest import Web

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import hover
from a11ycheck.evidence.base import PageAccess
from a11ycheck.evidence.hover_pixels import changed_box
from a11ycheck.model import Interact, Variant

Point = Callable[..., dict[str, Any]]
TEXT = "<p>Text of the page that lies there to be covered by what comes with the pointer.</p>" * 4


@pytest.fixture
def point(chromium: BrowserSession, web: Web) -> Point:
    def at_everything(html: str, *, seconds: float = 120.0) -> dict[str, Any]:
        url = web.page("/page.html", f"<!DOCTYPE html><html lang=en><title>Page</title>{html}")
        with chromium.page(Variant(), fresh=True) as opened:
            realm, _ = load(opened, url, chromium.options, untouched=True)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=False)
            until = time.monotonic() + seconds
            access = PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, until, events=hands_off.events)
            return hover.collect(access)

    return at_everything


def only(hovered: dict[str, Any]) -> dict[str, Any]:
    assert hovered["ended"] == "all"
    (found,) = hovered["found"]
    facts: dict[str, Any] = found
    return facts


STYLED = """<style>.tip { position: relative; display: inline-block }
  .tip span { display: none; position: absolute; top: 100%; left: 0; width: 200px; height: 60px; background: #fff }
  .tip:hover span { display: block }</style><span class=tip>Quota <span>What is left of it</span></span>"""


def test_style_rules_bring_up_what_can_be_pointed_at_but_not_closed(point: Point) -> None:
    found = only(point(STYLED + TEXT))
    assert (found["cause"], found["text"], found["within"]) == ("style", "What is left of it", True)
    assert (found["hoverable"], found["escape"], found["focusable"]) == ("yes", "no", False)
    assert found["covers"][0]["sure"]
    assert not found["told"]


ACTIONS = """<style>.actions {{ display: none }} .message:hover .actions {{ display: inline }}</style><ul><li class=message>
  <button {}>Ada</button> The branch is cut. <span class=actions role=group aria-label="Ada, 9:02"><button aria-haspopup=menu
  aria-expanded=false>More</button></span></ul>"""


@pytest.mark.parametrize(
    ("author", "expands"), [("aria-haspopup=dialog", False), ("aria-expanded=false", True), ("type=button", False)]
)
def test_what_appears_is_no_way_to_itself(point: Point, author: str, expands: bool) -> None:
    found = [one for one in point(ACTIONS.format(author) + TEXT)["found"] if one["cause"] == "style"]
    assert [(one["told"], one["expands"]) for one in found] == [(False, expands)]


SCRIPTED = """<button id=b aria-describedby=t>Help</button>
  <div id=t role=tooltip hidden style='position: absolute; background: #eee'>Some help</div><script>
  b.onmouseenter = b.onfocus = () => { t.hidden = false }; b.onmouseleave = b.onblur = () => { t.hidden = true }</script>"""


def test_scripts_take_it_away_under_the_pointer(point: Point) -> None:
    found = only(point(SCRIPTED))
    assert (found["cause"], found["hoverable"], found["told"]) == ("listener", "no", True)
    assert found["focus"]["shows"]
    assert found["covers"] == []
    assert found["vanished"] is None


GOOD = """<button id=b aria-describedby=t>Help</button>
  <div id=t role=tooltip hidden style='position: absolute; background: #eee; height: 60px'>Some help</div><script>
  let later; const show = () => { clearTimeout(later); t.hidden = false };
  const hide = () => { later = setTimeout(() => { t.hidden = true }, 200) };
  b.onmouseenter = b.onfocus = t.onmouseenter = show; b.onmouseleave = b.onblur = t.onmouseleave = hide;
  document.onkeydown = (e) => { if (e.key === "Escape") t.hidden = true }</script>"""


def test_a_tooltip_that_waits_and_closes_is_measured_as_such(point: Point) -> None:
    found = only(point(GOOD + TEXT))
    assert (found["hoverable"], found["escape"], found["vanished"]) == ("yes", "yes", None)
    assert found["focus"]["escape"] == "yes"
    assert found["covers"]


def test_what_goes_by_itself_is_timed_twice(point: Point) -> None:
    html = """<button id=b>Help</button><div id=t hidden>Some help</div><script>let later;
      b.onmouseenter = () => { clearTimeout(later); t.hidden = false; later = setTimeout(() => { t.hidden = true }, 1800) };
      b.onmouseleave = () => { t.hidden = true }</script>"""
    found = only(point(html))
    assert found["twice"]
    assert 0 < found["vanished"] < 2.5


def test_listeners_far_up_are_tried_on_controls(point: Point) -> None:
    html = """<div id=root><button class=a>Info</button></div><script>
      root.addEventListener("mouseover", (e) => { if (e.target.className === "a") {
        const tip = document.createElement("div"); tip.className = "t"; tip.textContent = "Made for the moment";
        tip.style = "position: absolute; top: 90px; left: 200px"; document.body.append(tip) } });
      root.addEventListener("mouseout", () => { document.querySelector(".t")?.remove() })</script>"""
    found = only(point(html))
    assert (found["cause"], found["text"], found["hoverable"]) == ("any", "Made for the moment", "no")
    assert found["focus"] == {"shows": False, "escape": None, "covers": []}


def test_generated_text_is_seen_by_its_pixels(point: Point) -> None:
    html = """<style>button { position: relative } button:hover::after { content: attr(data-tip); position: absolute;
      top: 100%; left: 0; background: #ff0; color: #000; white-space: nowrap }</style><button data-tip="Saves it">Save</button>"""
    found = only(point(html + TEXT))
    assert found["generated"]
    assert found["text"] == "Saves it"
    assert found["box"][2] > 20
    assert not any(each["sure"] for each in found["covers"])


@pytest.mark.parametrize(
    "html",
    [
        "<button title='The browser shows it'>Help</button>",
        "<style>a:hover { color: red; text-decoration: none }</style><a href='#a'>changes its colour</a>",
        "<button onmouseenter='n.textContent = \"loaded\"'>loads once</button><p id=n></p>",
        "<h2>Part <a class=mark href='#p'>¶</a></h2><style>.mark { opacity: 0 } h2:hover > .mark { opacity: 1 }</style>",
    ],
)
def test_says_nothing_about_what_is_no_content_of_its_own(point: Point, html: str) -> None:
    assert not [each for each in point(html)["found"] if each["again"]]


def test_two_rounds_are_equal(point: Point) -> None:
    assert point(STYLED + TEXT) == point(STYLED + TEXT)


def test_says_when_its_time_is_over(point: Point) -> None:
    hovered = point(STYLED, seconds=0)
    assert (hovered["ended"], hovered["tried"], hovered["likely"]) == ("time", 0, 1)


def test_the_box_of_a_change_leaves_the_trigger_out() -> None:
    before = np.zeros((40, 60, 3), dtype=np.int16)
    after = before.copy()
    after[5:10, 5:20] = 200
    after[20:30, 8:28] = 200
    assert changed_box(before, after, (5, 5, 15, 5)) == [8, 20, 20, 10]
    assert changed_box(before, before, None) is None
