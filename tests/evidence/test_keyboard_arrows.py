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
from a11ycheck.model import Interact, Variant

Composites = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def composites(chromium: BrowserSession, web: Web) -> Composites:
    def of(html: str, interact: Interact = Interact.OBSERVE) -> list[dict[str, Any]]:
        url = web.page("/page.html", f"<!DOCTYPE html><html lang=en><title>Page</title>{html}")
        with chromium.page(Variant(), fresh=True) as opened:
            realm, _ = load(opened, url, chromium.options)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=False)
            access = PageAccess(
                opened.page, realm, Variant(), interact, time.monotonic() + 120, events=hands_off.events
            )
            found: list[dict[str, Any]] = keyboard.collect(access)["composites"]
            return found

    return of


TABS = """<div role=tablist><button role=tab tabindex=0>One</button><button role=tab tabindex=-1>Two</button>
  <button role=tab tabindex=-1>Three</button></div>"""
ROVING = """<script>document.querySelector("[role]").onkeydown = (e) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1 }[e.key]; if (!step) return;
  const all = [...e.currentTarget.children]; all[(all.indexOf(e.target) + step + all.length) % all.length].focus() }</script>"""


def test_roving_parts_are_reached(composites: Composites) -> None:
    (one,) = composites(TABS + ROVING)
    assert (one["role"], one["parts"], one["reached"], one["unreached"]) == ("tablist", 3, 3, [])
    assert one["keys"] == ["ArrowRight"]


def test_parts_before_the_current_one_are_reached_backwards(composites: Composites) -> None:
    tree = """<ul role=tree aria-label=Channels><li role=treeitem tabindex=-1>Town<li role=treeitem tabindex=0>Release
      <li role=treeitem tabindex=-1>Random</ul><script>document.querySelector("ul").onkeydown = (e) => {
      const next = { ArrowDown: e.target.nextElementSibling, ArrowUp: e.target.previousElementSibling }[e.key]; if (!next) return;
      e.target.tabIndex = -1; next.tabIndex = 0; next.focus() }</script>"""
    (one,) = composites(tree)
    assert (one["reached"], one["unreached"], one["keys"]) == (3, [], ["ArrowDown"])


@pytest.mark.parametrize(
    ("field", "count"),
    [
        ("<div role=textbox contenteditable tabindex=0 aria-label=Message aria-controls=people></div>", 0),
        ("<input aria-label=Name aria-controls=people>", 0),
        ("<button aria-haspopup=listbox aria-controls=people>People</button>", 1),
    ],
)
def test_a_list_that_belongs_to_a_field_is_the_field_s(composites: Composites, field: str, count: int) -> None:
    people = "<ul role=listbox id=people aria-label=People><li role=option>Ada<li role=option>Grace</ul>"
    assert len(composites(field + people)) == count


def test_parts_without_keys_are_out_of_reach(composites: Composites) -> None:
    (one,) = composites(TABS)
    assert one["reached"] == 1
    assert [place["identity"]["name"] for place in one["unreached"]] == ["Two", "Three"]
    assert one["keys"] == ["ArrowRight", "ArrowDown"]


def test_the_active_descendant_is_reached(composites: Composites) -> None:
    html = """<ul role=listbox tabindex=0 aria-activedescendant=a><li role=option id=a>A<li role=option id=b>B</ul><script>
      document.querySelector("ul").onkeydown = (e) => { if (e.key === "ArrowDown")
        e.target.setAttribute("aria-activedescendant", "b") }</script>"""
    (one,) = composites(html)
    assert one["reached"] == 2


def test_nothing_is_said_where_tab_reaches_every_part_or_the_browser_serves(composites: Composites) -> None:
    assert composites("<div role=tablist><button role=tab>One</button><button role=tab>Two</button></div>") == []
    assert composites("<input type=radio name=r aria-label=one><input type=radio name=r aria-label=two>") == []


def test_radio_buttons_by_role_are_left_alone_where_nothing_may_be_chosen(composites: Composites) -> None:
    html = "<div role=radiogroup><div role=radio tabindex=0>One</div><div role=radio tabindex=-1>Two</div></div>"
    assert composites(html) == []
    assert composites(html, Interact.OPERATE)[0]["reached"] == 1


def test_a_widget_without_any_stop_is_out_of_reach(composites: Composites) -> None:
    (one,) = composites("<div role=menu><div role=menuitem>Open</div><div role=menuitem>Close</div></div>")
    assert (one["enters"], one["reached"], one["keys"]) == (False, 0, [])
