from __future__ import annotations

from typing import Any

from tests.checks.test_hover_content import PLACE

from a11ycheck.checks import dialog_focus
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target

DIALOG: dict[str, Any] = {
    "place": PLACE, "opener": PLACE, "role": True, "name": "Settings", "modal": True, "controls": 2, "focus": True,
    "tab": True, "closed": "escape", "back": "opener", "after_kept": False,
}  # fmt: skip


def judged(*dialogs: dict[str, Any]) -> list[CheckOutcome]:
    widgets = {"dialogs": [{**DIALOG, **dialog} for dialog in dialogs]}
    return list(dialog_focus.judge(Evidence(Target(url="https://example.org/"), PageFacts(), {"widgets": widgets})))


def outcomes(*dialogs: dict[str, Any]) -> list[str]:
    return [outcome.outcome.value for outcome in judged(*dialogs)]


OUTSIDE = {"focus": False, "tab": False, "back": None}


def test_fails_a_modal_dialog_that_the_focus_does_not_reach() -> None:
    (found,) = judged(OUTSIDE)
    assert found.outcome == "failed"
    assert found.message.startswith("“Help” opens it")


def test_asks_where_it_is_not_proven() -> None:
    assert outcomes({**OUTSIDE, "modal": False}) == ["cantTell"]
    assert outcomes({**OUTSIDE, "after_kept": True}) == ["cantTell"]
    assert outcomes({"back": "none"}) == ["cantTell"]


def test_passes_a_dialog_that_takes_the_focus_and_gives_it_back() -> None:
    assert outcomes({}) == ["passed"]
    assert outcomes({"focus": False}) == ["passed"]
    assert outcomes({**OUTSIDE, "controls": 0}) == ["passed"]
    assert outcomes({"closed": None, "back": None}) == ["passed"]


def test_is_inapplicable_without_a_dialog() -> None:
    assert outcomes() == ["inapplicable"]
