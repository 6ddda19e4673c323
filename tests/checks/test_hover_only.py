from __future__ import annotations

from typing import Any

import pytest
from tests.checks.test_hover_content import PLACE, QUIET

from a11ycheck.checks import hover_only
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target

CONTROL = {"selector": "#menu > a", "name": "Prices", "href": "/prices"}
UNTOLD: dict[str, Any] = {**QUIET, "told": False, "focusable": False}


def judged(found: dict[str, Any] | None, *stops: dict[str, Any], ended: str = "page-end") -> list[CheckOutcome]:
    hover = {
        "ended": "all", "tried": 1, "likely": 1, "root": PLACE, "found": [{**UNTOLD, **found}] if found is not None else [],
    }  # fmt: skip
    keyboard = {"stops": list(stops), "ended": ended, "moved_by_page": False}
    collected = {"hover": hover, "keyboard": keyboard}
    return list(hover_only.judge(Evidence(Target(url="https://example.org/"), PageFacts(), collected)))


def stop(selector: str, name: str = "", href: str = "") -> dict[str, Any]:
    identity = {**PLACE["identity"], "name": name}  # type: ignore[dict-item]
    return {"place": {**PLACE, "selector": selector, "identity": identity}, "href": href}


def test_fails_a_menu_that_the_keyboard_has_no_way_to() -> None:
    (found,) = judged({"controls": [CONTROL]}, stop("#other"))
    assert found.outcome == "failed"
    assert found.data["controls"] == ["Prices"]


def test_asks_when_the_trigger_takes_the_focus() -> None:
    focus = {"shows": False, "escape": None, "covers": []}
    (found,) = judged({"controls": [CONTROL], "focusable": True, "focus": focus})
    assert found.outcome == "cantTell"


def test_says_once_what_several_triggers_bring_up() -> None:
    one = {**UNTOLD, "controls": [CONTROL], "content": {**PLACE, "selector": "#menu"}}
    other = {**one, "content": {**PLACE, "selector": "#other"}}
    hover = {"ended": "all", "tried": 3, "likely": 3, "root": PLACE, "found": [one, one, other]}
    keyboard = {"stops": [], "ended": "page-end", "moved_by_page": False}
    evidence = Evidence(Target(url="https://example.org/"), PageFacts(), {"hover": hover, "keyboard": keyboard})
    assert [found.outcome for found in hover_only.judge(evidence)] == ["failed", "failed"]


def test_asks_about_text_that_stands_nowhere_else() -> None:
    (found,) = judged({})
    assert found.outcome == "cantTell"


@pytest.mark.parametrize(
    ("changed", "stops"),
    [
        ({"told": True}, []),
        ({"expands": True, "controls": [CONTROL]}, []),
        ({"focus": {"shows": True, "escape": None, "covers": []}}, []),
        ({"text": "¶"}, []),
        ({"controls": [CONTROL]}, [stop("#menu > a")]),
        ({"controls": [CONTROL]}, [stop("#footer > a", "Prices")]),
        ({"controls": [CONTROL]}, [stop("#footer > a", "What it costs", "/prices")]),
    ],
)
def test_passes_what_can_be_had_otherwise(changed: dict[str, Any], stops: list[dict[str, Any]]) -> None:
    (found,) = judged(changed, *stops)
    assert found.outcome == "passed"


def test_says_nothing_of_controls_when_the_walk_was_cut() -> None:
    (found,) = judged({"controls": [CONTROL]}, ended="limit")
    assert found.outcome == "passed"


def test_is_inapplicable_when_nothing_came() -> None:
    (found,) = judged(None)
    assert found.outcome == "inapplicable"
