from __future__ import annotations

from typing import Any

import pytest
from tests.checks.conftest import Judge
from tests.checks.test_hover_content import PLACE
from tests.checks.test_toggle_state import CONTROL, EFFECT

from a11ycheck.checks import keyboard_operable
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<div onclick='go()'>Save</div>", "listener"),
        ("<div id=d>Save</div><script>d.addEventListener('mousedown', () => 0)</script>", "listener"),
        ("<div id=d tabindex=-1>Save</div><script>d.addEventListener('click', () => 0)</script>", "listener"),
        ("<div role=button>Save</div>", "role"),
        ("<my-list onclick='go()'><template shadowrootmode=open>Do: <slot></slot></template><b tabindex=-1>Save</b></my-list>",
         "listener"),
        ("<div><input aria-label=Name><button tabindex=-1 onclick='go()'>Save</button></div>", "listener"),
        ("<span style='cursor: pointer'>Save</span><script>document.addEventListener('click', () => 0)</script>", "pointer"),
        ("<div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML = '<div>Save</div>';"
         "h.shadowRoot.firstChild.onclick = () => 0</script>", "listener"),
    ],
)  # fmt: skip
def test_asks_about_what_only_the_mouse_reaches(judge: Judge, html: str, kind: str) -> None:
    (found,) = judge(keyboard_operable, f"<a href='#a'>link</a>{html}")
    assert found.outcome == "cantTell"
    assert found.data["kind"] == kind
    assert found.location is not None
    assert "Save" in found.location.html


def test_asks_once_about_what_one_template_makes(judge: Judge) -> None:
    rows = "".join(f"<li><span class=copy onclick='copy()'>Copy line {number}</span></li>" for number in range(4))
    found = judge(keyboard_operable, f"<a href='#a'>link</a><ul>{rows}</ul><div onclick='go()'>Save</div>")
    assert outcomes(found) == ["cantTell", "cantTell"]
    assert [outcome.data["count"] for outcome in found] == [4, 1]
    assert "at 3 more like it" in found[0].message
    assert "more like it" not in found[1].message


@pytest.mark.parametrize(
    "html",
    [
        "<button onclick='go()'>Save</button>",
        "<div tabindex=0 role=button onclick='go()' onkeydown='go()'>Save</div>",
        "<div onclick='go()'><h3>Card</h3><a href='/card'>Read it</a></div>",
        "<a href='#a'><span onclick='go()'>inside a link</span></a>",
        "<label onclick='go()'>Name <input></label>",
        "<div onclick='go()'><template shadowrootmode=open><label>Name</label></template></div><input aria-label=Name>",
        "<span id=s onclick='go()'>Size</span><button aria-labelledby=s>Large</button>",
        "<div><input role=combobox aria-label=Town><button tabindex=-1 onclick='go()'>List</button></div>",
        "<div role=tablist><button role=tab tabindex=0>one</button><div role=tab tabindex=-1 onclick='go()'>two</div></div>",
        "<div style='height: 700px' onclick='closeAll()'>A page that closes menus</div>",
        "<div hidden onclick='go()'>hidden</div>",
        "<my-tabs><template shadowrootmode=open><div role=tablist><slot></slot></div></template>"
        "<my-tab role=tab tabindex=0>one</my-tab><my-tab role=tab tabindex=-1 onclick='go()'>two</my-tab></my-tabs>",
        "<my-tree onclick='go()'><template shadowrootmode=open><slot></slot></template><b tabindex=0>Leaf</b></my-tree>",
        "<my-button disabled onclick='go()'>Save</my-button>",
        "<my-button onclick='go()'><template shadowrootmode=open><button disabled>Save</button></template></my-button>",
    ],
)
def test_passes_what_has_a_way(judge: Judge, html: str) -> None:
    assert outcomes(judge(keyboard_operable, f"<a href='#a'>link</a>{html}")) == ["passed"]


def test_asks_about_what_takes_the_focus_and_hears_no_keys(judge: Judge) -> None:
    html = "<div tabindex=0 role=button onclick='go()'>Save</div>"
    (found,) = judge(keyboard_operable, html)
    assert found.outcome == "cantTell"
    assert "no script listens for keys" in found.message
    for keys in ("<body onkeydown='keys()'>", "<div onkeydown='keys()'>"):
        assert outcomes(judge(keyboard_operable, keys + html)) == ["passed"]


CLICKED: dict[str, Any] = {**CONTROL, "kind": "mouse", "focusable": False, "native": False, "role": ""}


def operated(control: dict[str, Any], *stops: dict[str, Any], **walk: Any) -> list[CheckOutcome]:
    fact = {"place": PLACE, "kind": "listener", "events": ["click"], "role": "", "pointer": False, "element": 1}
    keyboard = {
        "stops": list(stops), "mouse": [fact], "keyless": [], "ended": "page-end", "moved_by_page": False, "shortcuts": [],
    }  # fmt: skip
    collected = {"keyboard": {**keyboard, **walk}, "widgets": {"controls": [control]}}
    facts = PageFacts(final_url="https://example.org/")
    return list(keyboard_operable.judge(Evidence(Target(url="https://example.org/"), facts, collected)))


def stop(name: str, href: str = "") -> dict[str, Any]:
    identity = {**PLACE["identity"], "name": name}  # type: ignore[dict-item]
    return {"place": {**PLACE, "identity": identity}, "href": href}


LED = {**CLICKED, "effect": {**EFFECT, "came": [], "events": ["navigation"], "urls": ["https://example.org/there"]}}


def test_fails_a_click_that_has_no_way_with_the_keyboard() -> None:
    (found,) = operated(CLICKED)
    assert found.outcome == "failed"
    assert "brings up “Entry”" in found.message
    assert outcomes(operated(LED)) == ["failed"]


@pytest.mark.parametrize(
    ("control", "stops", "walk"),
    [
        ({**CLICKED, "twice": False}, [], {}),
        ({**CLICKED, "beside": True}, [], {}),
        ({**CLICKED, "after_kept": True}, [], {}),
        ({**CLICKED, "effect": {**EFFECT, "came": [], "went": 1}}, [], {}),
        (CLICKED, [stop("help")], {}),
        (LED, [stop("Over there", "/there?from=menu")], {}),
        (CLICKED, [], {"ended": "limit"}),
        (CLICKED, [], {"shortcuts": [{"key": "m", "on": "keydown"}]}),
    ],
)
def test_asks_where_there_may_be_a_way(
    control: dict[str, Any], stops: list[dict[str, Any]], walk: dict[str, Any]
) -> None:
    assert outcomes(operated(control, *stops, **walk)) == ["cantTell"]


def test_fails_a_control_whose_keys_do_nothing() -> None:
    keys = {**CONTROL, "native": False, "keys": {"enter": False, "space": False}}
    (found,) = operated(keys, mouse=[])
    assert found.outcome == "failed"
    assert outcomes(operated({**keys, "keys": {"enter": True, "space": False}}, stop("x"), mouse=[])) == ["passed"]


def test_is_inapplicable_without_controls(judge: Judge) -> None:
    assert outcomes(judge(keyboard_operable, "<p>text</p>")) == ["inapplicable"]
