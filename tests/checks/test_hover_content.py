from __future__ import annotations

from typing import Any

from a11ycheck.checks import hover_content
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target

IDENTITY = {"role": "button", "name": "Help", "landmarks": [], "anchor": "", "signature": "button", "digest": "1"}
PLACE = {"selector": "#b", "html": "<button>", "box": [0, 0, 10, 10], "identity": IDENTITY}
COVERED = {"text": "Text of the page", "sure": True, "width": 120}
QUIET: dict[str, Any] = {
    "place": PLACE, "cause": "listener", "content": PLACE, "generated": False, "text": "Some help", "box": [0, 20, 90, 20],
    "controls": [], "told": True, "expands": False, "error": False, "again": True, "leaves": True, "covers": [],
    "hoverable": "yes", "vanished": None, "twice": False, "watched": 2.5, "escape": None, "focusable": True, "focus": None,
    "after_kept": False,
}  # fmt: skip


def judged(*found: dict[str, Any], ended: str = "all") -> list[CheckOutcome]:
    hover = {
        "ended": ended, "tried": 1, "likely": 3, "root": PLACE, "found": [{**QUIET, **each} for each in found],
    }  # fmt: skip
    return list(hover_content.judge(Evidence(Target(url="https://example.org/"), PageFacts(), {"hover": hover})))


def outcomes(*found: dict[str, Any], ended: str = "all") -> list[str]:
    return [outcome.outcome.value for outcome in judged(*found, ended=ended)]


def test_passes_what_behaves() -> None:
    assert outcomes({}) == ["passed"]
    assert outcomes({"covers": [COVERED], "escape": "yes"}) == ["passed"]


def test_fails_what_goes_under_the_pointer_or_by_itself() -> None:
    (found,) = judged({"hoverable": "no"})
    assert found.outcome == "failed"
    assert "“Some help” comes with the pointer and goes away when the pointer moves onto it" in found.message
    assert outcomes({"vanished": 1.2, "twice": True}) == ["failed"]


def test_fails_what_covers_text_and_stays_when_escape_is_pressed() -> None:
    (found,) = judged({"covers": [COVERED], "escape": "no"})
    assert found.outcome == "failed"
    assert "covers “Text of the page”" in found.message


def test_asks_where_a_try_went_well_or_the_ground_is_unknown() -> None:
    assert outcomes({"hoverable": "sometimes"}) == ["cantTell"]
    assert outcomes({"vanished": 2.0}) == ["cantTell"]
    assert outcomes({"covers": [{**COVERED, "sure": False}], "escape": "no"}) == ["cantTell"]
    assert outcomes({"hoverable": "no", "after_kept": True}) == ["cantTell"]


def test_asks_about_what_the_focus_brought() -> None:
    assert outcomes({"focus": {"shows": True, "escape": "no", "covers": [COVERED]}}) == ["cantTell"]
    assert outcomes({"focus": {"shows": True, "escape": "yes", "covers": [COVERED]}}) == ["passed"]


def test_leaves_alone_what_tells_of_errors_and_what_hardly_covers() -> None:
    assert outcomes({"covers": [COVERED], "escape": "no", "error": True}) == ["passed"]
    assert outcomes({"covers": [{**COVERED, "width": 14}], "escape": "no"}) == ["passed"]
    assert outcomes({"covers": [COVERED], "escape": "no", "text": "×"}) == ["passed"]


def test_asks_about_the_rest_when_it_was_cut() -> None:
    (found,) = judged(ended="time")
    assert found.outcome == "cantTell"
    assert "after 1 of 3" in found.message


def test_is_inapplicable_when_nothing_came() -> None:
    assert outcomes() == ["inapplicable"]
