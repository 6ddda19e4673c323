"""Motion without a control fails; controls, drawings, spinners and short motion do not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.media_evidence import medium
from tests.checks.motion_evidence import changing, evidence

from a11ycheck.checks import moving_content

FILM = {"starts": True, "muted": True, "loop": True, "controls": False, "sound": None}


def outcomes(*things: dict[str, Any], **facts: Any) -> list[str]:
    return [outcome.outcome.value for outcome in moving_content.judge(evidence(*things, **facts))]


@pytest.mark.parametrize(
    "facts", [{}, {"carousel": False}, {"changes": [1.0, 7.5]}, {"by": "style", "carousel": False}], ids=str
)
def test_fails_what_goes_on_moving(facts: dict[str, Any]) -> None:
    [found] = moving_content.judge(evidence(changing(**facts)))
    assert (found.outcome, found.criteria) == ("failed", ("2.2.2",))


def test_fails_a_film_without_controls() -> None:
    assert outcomes(media=(medium(**FILM),)) == ["failed"]


@pytest.mark.parametrize(
    ("facts", "page"),
    [
        ({"controls": 2}, {}),
        ({}, {"stoppers": 1}),
        ({"alone": True}, {}),
        ({"by": "canvas", "carousel": False}, {}),
        ({"carousel": False, "changes": [1.0, 7.0]}, {}),
        ({"changes": [4.0]}, {}),
    ],
    ids=["controls", "pause", "alone", "drawing", "twice", "once"],
)
def test_asks_when_it_may_be_stopped_or_essential(facts: dict[str, Any], page: dict[str, Any]) -> None:
    assert outcomes(changing(**facts), **page) == ["cantTell"]


@pytest.mark.parametrize(("facts", "page"), [({"near_controls": 1}, {}), ({}, {"stoppers": 1})], ids=["near", "pause"])
def test_asks_when_a_control_may_stop_the_film(facts: dict[str, Any], page: dict[str, Any]) -> None:
    assert outcomes(media=(medium(**{**FILM, **facts}),), **page) == ["cantTell"]


def test_passes_motion_that_ended() -> None:
    assert outcomes(changing(changes=[0.5, 1.0, 2.0])) == ["passed"]


@pytest.mark.parametrize(
    "facts", [{"dot": True}, {"busy": True}, {"what": ["text"], "carousel": False}], ids=["dot", "spinner", "text"]
)
def test_leaves_out_spinners_dots_and_text(facts: dict[str, Any]) -> None:
    assert outcomes(changing(**facts)) == ["inapplicable"]


@pytest.mark.parametrize(
    "facts",
    [{"controls": True}, {"starts": False}, {"loop": False, "seconds": 4.0}, {"size": [40, 40]}, {"missing": True}],
    ids=str,
)
def test_leaves_out_other_films(facts: dict[str, Any]) -> None:
    assert outcomes(media=(medium(**{**FILM, **facts}),)) == ["inapplicable"]


def test_leaves_moving_text_to_its_own_check() -> None:
    text = {
        "place": {**changing()["place"], "selector": "#slides > p"},
        "moved": "always",
        "watched": True,
        "alone": False,
    }
    assert outcomes(changing(), moving=[text]) == ["inapplicable"]


def test_says_when_there_was_no_time_to_watch() -> None:
    assert outcomes(enough=False) == ["untested"]
