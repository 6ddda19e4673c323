from __future__ import annotations

import time
from typing import Any

import pytest
from tests.checks.conftest import Judge
from tests.checks.test_hover_content import PLACE
from tests.checks.test_toggle_state import CONTROL, EFFECT
from tests.conftest import Web, document

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.checks import control_role
from a11ycheck.checks.base import Evidence, judge_page
from a11ycheck.evidence import keyboard, widgets
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import CheckOutcome, Effort, Interact, PageFacts, Target, Variant


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        "<div tabindex=0 onclick='go()' onkeydown='go()'>Send</div>",
        "<span id=s tabindex=0>Send</span><script>s.addEventListener('mousedown', () => 0)</script>",
        "<div tabindex=0 style='cursor: pointer'>Send</div><script>document.addEventListener('click', () => 0)</script>",
        "<svg width=40 height=40 tabindex=0 onclick='go()'><title>Send</title><rect width=40 height=40 /></svg>",
    ],
)
def test_asks_about_what_takes_the_focus_and_the_mouse_without_a_role(judge: Judge, html: str) -> None:
    (found,) = judge(control_role, html)
    assert found.outcome == "cantTell"
    assert found.location is not None
    assert found.location.html


@pytest.mark.parametrize(
    "html",
    [
        "<button onclick='go()'>Send</button>",
        "<div role=button tabindex=0 onclick='go()'>Send</div>",
        "<div tabindex=0 onclick='go()'><a href='#a'>inside</a></div>",
        "<a href='#a'>link</a><div tabindex=0>No listener</div>",
        "<label style='cursor: pointer'>Name <input></label><div role=tab tabindex=0 style='cursor: pointer'>Tab</div>",
        "<a href='#a'>link</a><div tabindex=-1 onclick='go()'>Not in the order of the focus</div>",
        "<a href='#a'>a</a><div tabindex=0 onclick='go()' style='height: 40px; overflow: auto'><p style='height: 400px'>Long</div>",
        "<a href='#a'>link</a><my-button tabindex=0 onclick='go()'>May have a role out of sight</my-button>",
    ],
)
def test_passes_controls_with_roles_and_what_is_none(judge: Judge, html: str) -> None:
    assert outcomes(judge(control_role, html)) == ["passed"]


def test_inapplicable_without_stops(judge: Judge) -> None:
    assert outcomes(judge(control_role, "<p>text</p>")) == ["inapplicable"]


def judged(**effect: Any) -> list[CheckOutcome]:
    fact = {"place": PLACE, "events": ["click"], "role": ""}
    control = {**CONTROL, "place": PLACE, "effect": {**EFFECT, **effect}, "twice": True, "after_kept": False}
    collected = {"keyboard": {"roleless": [fact], "stops": [{}]}, "widgets": {"controls": [control]}}
    return list(control_role.judge(Evidence(Target(url="https://a.test/"), PageFacts(), collected)))


def test_fails_what_a_click_proves_to_be_a_control() -> None:
    (found,) = judged(came=[{"selector": "#m", "text": "Menu", "controls": 0}], urls=[])
    assert (found.outcome, "brings something up" in found.message) == ("failed", True)


def test_asks_when_the_click_showed_nothing() -> None:
    assert outcomes(judged(came=[], urls=[])) == ["cantTell"]


def test_evidence_of_a_version_that_did_not_look_is_no_pass() -> None:
    collected = {"keyboard": {"stops": [{}]}}
    found = judge_page(
        Evidence(Target(url="https://a.test/"), PageFacts(), collected), Effort.STANDARD, ran=frozenset(collected)
    )
    assert [one.outcome.value for one in found if one.check == "control-role"] == ["untested"]


def test_fails_on_a_page_what_says_that_it_opens_something_and_does(chromium: BrowserSession, web: Web) -> None:
    opener = (
        '<div id=o tabindex=0 aria-expanded=false onclick="m.hidden = !m.hidden; o.ariaExpanded = !m.hidden">More</div>'
    )
    url = web.page("/page", document(f"<h1>Page</h1>{opener}<div id=m hidden>Words that were hidden until then</div>"))
    collected: dict[str, Any] = {}
    for collector in (keyboard, widgets):
        with chromium.page(Variant(), fresh=True) as opened:
            realm, facts = load(opened, url, chromium.options, untouched=collector.META.needs_untouched)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=False)
            until = time.monotonic() + 60
            access = PageAccess(
                opened.page, realm, Variant(), Interact.OPERATE, until, collected, events=hands_off.events
            )
            collected[collector.META.name] = collector.collect(access)
    (found,) = control_role.judge(Evidence(Target(url=url), facts, collected))
    assert found.outcome == "failed"
