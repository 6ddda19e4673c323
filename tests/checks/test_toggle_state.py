from __future__ import annotations

from typing import Any

from tests.checks.test_hover_content import PLACE

from a11ycheck.checks import toggle_state
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target

CAME = [{"selector": "#m", "text": "Entry", "controls": 1}]
EFFECT: dict[str, Any] = {
    "came": CAME, "went": 0, "changed": 0, "inside": 0, "states": [], "renamed": False, "live": False, "focus": "self",
    "visible": True, "dialog": None, "events": [], "urls": [],
}  # fmt: skip
CONTROL: dict[str, Any] = {
    "place": PLACE, "kind": "control", "role": "button", "native": True, "focusable": True, "beside": False, "hint": False,
    "skipped": "", "effect": EFFECT, "undone": "click", "again": {"came": ["Entry"], "events": []}, "twice": True,
    "stays": False, "stateless": False, "keys": None, "after_kept": False,
}  # fmt: skip


def judged(*controls: dict[str, Any], ended: str = "all") -> list[CheckOutcome]:
    widgets = {
        "operated": True, "ended": ended, "tried": 1, "likely": 2, "root": PLACE, "dialogs": [],
        "controls": [{**CONTROL, **control} for control in controls],
    }  # fmt: skip
    return list(toggle_state.judge(Evidence(Target(url="https://example.org/"), PageFacts(), {"widgets": widgets})))


def outcomes(*controls: dict[str, Any], ended: str = "all") -> list[str]:
    return [outcome.outcome.value for outcome in judged(*controls, ended=ended)]


def effect(**changed: Any) -> dict[str, Any]:
    return {"effect": {**EFFECT, **changed}}


def test_fails_a_toggle_that_tells_nothing() -> None:
    (found,) = judged({})
    assert found.outcome == "failed"
    assert "“Entry”" in found.message


def test_fails_a_state_that_stays_the_same() -> None:
    (found,) = judged({"place": {**PLACE, "html": '<button aria-expanded="false">Menu</button>'}})
    assert found.outcome == "failed"
    assert "aria-expanded stays the same" in found.message


def test_asks_where_it_is_not_proven() -> None:
    assert outcomes({"undone": "key"}) == ["cantTell"]
    assert outcomes({"twice": False}) == ["cantTell"]
    assert outcomes({"after_kept": True}) == ["cantTell"]
    assert outcomes({"place": {**PLACE, "html": '<button aria-haspopup="true">Menu</button>'}}) == ["cantTell"]
    assert outcomes({**effect(went=1), "undone": None, "stays": True}) == ["cantTell"]
    assert outcomes({**effect(came=[]), "undone": None, "stateless": True}) == ["cantTell"]


def test_asks_by_class_where_nothing_may_be_activated() -> None:
    assert outcomes({"effect": None, "skipped": "level", "hint": True}) == ["cantTell"]
    assert outcomes({"effect": None, "skipped": "level"}) == ["inapplicable"]
    assert outcomes({"effect": None, "skipped": "native", "hint": True}) == ["inapplicable"]


def test_passes_what_tells() -> None:
    assert outcomes(effect(states=["aria-expanded"])) == ["passed"]
    assert outcomes(effect(renamed=True)) == ["passed"]


def test_says_nothing_about_what_is_no_toggle() -> None:
    assert outcomes(effect(focus="came")) == ["inapplicable"]
    assert outcomes(effect(live=True)) == ["inapplicable"]
    assert outcomes(effect(events=["route"])) == ["inapplicable"]
    assert outcomes(effect(visible=False)) == ["inapplicable"]
    assert outcomes({"undone": None}) == ["inapplicable"]
    assert outcomes({"kind": "mouse"}) == ["inapplicable"]
    tab = {**effect(came=[]), "undone": None, "stateless": True, "role": "tab"}
    assert outcomes(tab) == ["inapplicable"]


def test_asks_about_the_rest_when_it_was_cut() -> None:
    assert outcomes(ended="limit") == ["cantTell"]
