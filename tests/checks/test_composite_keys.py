from __future__ import annotations

from typing import Any

from tests.checks.test_hover_content import PLACE

from a11ycheck.checks import composite_keys
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target

TABS: dict[str, Any] = {
    "place": PLACE, "role": "tablist", "parts": 3, "enters": True, "keys": ["ArrowRight"], "reached": 3, "unreached": [],
    "whole": True,
}  # fmt: skip


def judged(*composites: dict[str, Any]) -> list[CheckOutcome]:
    keyboard = {"composites": [{**TABS, **one} for one in composites]}
    return list(composite_keys.judge(Evidence(Target(url="https://example.org/"), PageFacts(), {"keyboard": keyboard})))


def test_asks_about_parts_out_of_reach() -> None:
    (found,) = judged({"reached": 1, "unreached": [PLACE, PLACE]})
    assert found.outcome == "cantTell"
    assert "With ArrowRight the focus reaches 1 of 3 parts" in found.message
    assert "“Help”" in found.message


def test_asks_when_there_was_no_time() -> None:
    (found,) = judged({}, {"whole": False})
    assert found.outcome == "cantTell"


def test_passes_what_arrows_reach() -> None:
    (found,) = judged({})
    assert found.outcome == "passed"


def test_is_inapplicable_without_such_widgets() -> None:
    (found,) = judged()
    assert found.outcome == "inapplicable"
