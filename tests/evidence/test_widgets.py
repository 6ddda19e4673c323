from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import Web

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import widgets
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Variant

Operate = Callable[..., dict[str, Any]]
TOGGLE = "<button class=menu-toggle onclick='m.hidden = !m.hidden'>Menu</button><ul id=m hidden><li><a href='#a'>Entry</a></ul>"
TOLD = (
    "<button aria-expanded=false onclick=\"m.hidden = !m.hidden; this.setAttribute('aria-expanded', !m.hidden)\">Menu</button>"
    "<ul id=m hidden><li><a href='#a'>Entry</a></ul>"
)


@pytest.fixture
def operate(chromium: BrowserSession, web: Web) -> Operate:
    def every(
        html: str, *, mouse: tuple[str, ...] = (), interact: Interact = Interact.OPERATE, seconds: float = 120.0
    ) -> dict[str, Any]:
        url = web.page("/page.html", f"<!DOCTYPE html><html lang=en><title>Page</title>{html}")
        with chromium.page(Variant(), fresh=True) as opened:
            realm, _ = load(opened, url, chromium.options)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=False)
            until = time.monotonic() + seconds
            earlier = {"keyboard": {"mouse": [{"place": {"selector": selector}} for selector in mouse]}}
            access = PageAccess(opened.page, realm, Variant(), interact, until, earlier, events=hands_off.events)
            return widgets.collect(access)

    return every


def first(found: dict[str, Any]) -> dict[str, Any]:
    control: dict[str, Any] = found["controls"][0]
    return control


def test_a_toggle_shows_and_hides_with_each_click(operate: Operate) -> None:
    control = first(operate(TOGGLE))
    assert control["effect"]["came"][0]["text"] == "Entry"
    assert (control["undone"], control["twice"], control["effect"]["states"]) == ("click", True, [])
    assert control["hint"]
    assert first(operate(TOLD))["effect"]["states"] == ["aria-expanded"]


def test_only_lists_them_where_nothing_may_be_activated(operate: Operate) -> None:
    found = operate(TOGGLE, interact=Interact.OBSERVE)
    assert (found["operated"], found["tried"], first(found)["skipped"]) == (False, 0, "level")
    assert first(found)["effect"] is None


def test_what_opens_a_dialog_hints_at_no_state(operate: Operate) -> None:
    button = "<button type=button aria-controls=d>Settings</button>"
    for dialog, hint in (
        ("<dialog id=d>", False),
        ("<div id=d role=dialog hidden>", False),
        ("<div id=d hidden>", True),
    ):
        assert first(operate(button + dialog, interact=Interact.OBSERVE))["hint"] is hint


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<button type=button>Delete all</button>", "harm"),
        ("<button type=button>Sign out</button>", "harm"),
        ("<form><button>Go</button></form>", "submit"),
        ("<button disabled>Menu</button>", "disabled"),
        ("<button popovertarget=p>Menu</button><div id=p popover>Entry</div>", "native"),
    ],
)
def test_leaves_alone_what_may_do_harm_or_tells_by_itself(operate: Operate, html: str, why: str) -> None:
    assert first(operate(html))["skipped"] == why


def test_a_changed_name_and_look_are_seen(operate: Operate) -> None:
    named = "<button onclick=\"m.hidden = !m.hidden; this.textContent = m.hidden ? 'Show' : 'Hide'\">Show</button><p id=m hidden>M"
    assert first(operate(named))["effect"]["renamed"]
    looks = "<style>.on { background: red }</style><button onclick=\"this.classList.toggle('on')\">Bold</button>"
    assert first(operate(looks))["stateless"]


def test_tabs_show_one_thing_in_place_of_another(operate: Operate) -> None:
    html = "<p id=a>First</p><p id=b hidden>Second</p><button onclick='a.hidden = true; b.hidden = false'>Second part</button>"
    assert first(operate(html))["stays"]


@pytest.mark.parametrize(
    ("does", "happens"),
    [("m.hidden = !m.hidden", []), ("location.hash = '#/there'", ["route"]), ("location.href = '/there'", ["navigation"])],
)  # fmt: skip
def test_what_only_the_mouse_reaches_is_clicked_twice(operate: Operate, does: str, happens: list[str]) -> None:
    html = f'<section><div id=d onclick="{does}">Colours</div></section><ul id=m hidden><li>Red</ul>'
    control = first(operate(html, mouse=("#d",)))
    assert control["kind"] == "mouse"
    assert control["twice"]
    assert control["effect"]["events"] == happens


def test_keys_are_pressed_where_a_click_works(operate: Operate) -> None:
    html = "<div role=button tabindex=0 onclick='m.hidden = !m.hidden' {}>Details</div><p id=m hidden>Words</p>"
    assert first(operate(html.format("")))["keys"] == {"enter": False, "space": False}
    keys = "onkeydown=\"if (event.key === 'Enter') this.click()\""
    assert first(operate(html.format(keys)))["keys"] == {"enter": True, "space": False}


def test_a_dialog_without_care_for_the_focus(operate: Operate) -> None:
    html = """<button onclick='d.hidden = false'>Settings</button><a href='#p'>more</a><div id=d hidden role=dialog
      aria-modal=true style='position: fixed; inset: 20%'><button onclick='d.hidden = true'>Close</button> Words</div>"""
    (dialog,) = operate(html)["dialogs"]
    assert (dialog["focus"], dialog["tab"], dialog["modal"], dialog["name"]) == (False, False, True, "")
    assert dialog["closed"] == "button"


def test_a_native_dialog_takes_the_focus_and_gives_it_back(operate: Operate) -> None:
    html = "<button onclick='d.showModal()'>Settings</button><dialog id=d aria-label=Settings><button>Theme</button></dialog>"
    (dialog,) = operate(html)["dialogs"]
    assert (dialog["focus"], dialog["closed"], dialog["back"], dialog["name"]) == (True, "escape", "opener", "Settings")


def test_a_dialog_in_a_component_is_named_there(operate: Operate) -> None:
    html = """<div id=host><template shadowrootmode=open><button>Settings</button><dialog aria-labelledby=t><h2 id=t>Themes</h2>
      <button>Dark</button></dialog></template></div><h2 id=t>Not this</h2><script>const inner = host.shadowRoot;
      inner.querySelector("button").onclick = () => inner.querySelector("dialog").showModal()</script>"""
    (dialog,) = operate(html)["dialogs"]
    assert (dialog["name"], dialog["focus"], dialog["modal"]) == ("Themes", True, True)


def test_what_covers_the_window_counts_as_a_dialog(operate: Operate) -> None:
    html = """<button onclick='d.hidden = false'>Settings</button><div id=d hidden style='position: fixed; inset: 0'>
      <div style='margin: 90px'><button onclick='d.hidden = true'>Close</button> Words of the box</div></div>"""
    (dialog,) = operate(html)["dialogs"]
    assert (dialog["role"], dialog["closed"]) == (False, "button")


def test_two_rounds_are_equal(operate: Operate) -> None:
    html = TOGGLE + "<section><div id=d onclick='n.hidden = !n.hidden'>Colours</div></section><p id=n hidden>Red</p>"
    assert operate(html, mouse=("#d",)) == operate(html, mouse=("#d",))


def test_says_when_its_time_is_over(operate: Operate) -> None:
    found = operate(TOGGLE, seconds=0)
    assert (found["ended"], found["tried"], first(found)["skipped"]) == ("time", 0, "time")
