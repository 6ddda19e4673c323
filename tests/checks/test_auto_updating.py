from __future__ import annotations

from typing import Any

import pytest
from tests.checks.motion_evidence import changing, evidence

from a11ycheck.checks import auto_updating

NEWS = {"carousel": False, "what": ["text"], "words": True, "says": "Storm ahead"}


def outcomes(*things: dict[str, Any], **facts: Any) -> list[str]:
    return [outcome.outcome.value for outcome in auto_updating.judge(evidence(*things, **facts))]


def test_fails_words_that_go_on_changing() -> None:
    [found] = auto_updating.judge(evidence(changing(**NEWS)))
    assert (found.outcome, found.criteria) == ("failed", ("2.2.2",))
    assert "Storm ahead" in found.message


@pytest.mark.parametrize(
    "facts",
    [
        {"controls": 1},
        {"busy": True},
        {"alone": True},
        {"words": False},
        {"changes": [1.0, 7.0]},
        {"what": ["place", "text"]},
    ],
    ids=str,
)
def test_asks_about_clocks_controls_and_rare_changes(facts: dict[str, Any]) -> None:
    assert outcomes(changing(**{**NEWS, **facts})) == ["cantTell"]


def test_asks_when_the_page_has_a_pause_button() -> None:
    assert outcomes(changing(**NEWS), stoppers=1) == ["cantTell"]


def test_passes_text_that_settled() -> None:
    assert outcomes(changing(**{**NEWS, "changes": [0.2, 0.9]})) == ["passed"]


@pytest.mark.parametrize("facts", [{"what": ["place"]}, {"carousel": True}], ids=str)
def test_is_inapplicable_to_what_only_moves_and_to_carousels(facts: dict[str, Any]) -> None:
    assert outcomes(changing(**{**NEWS, **facts})) == ["inapplicable"]


def test_says_when_there_was_no_time_to_watch() -> None:
    assert outcomes(enough=False) == ["untested"]
