from __future__ import annotations

from typing import Any

import pytest
from tests.checks.media_evidence import evidence, medium

from a11ycheck.checks import audio_description


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "No description"),
        ({"sound": None}, "No description"),
        ({"alternatives": ["Described version"]}, "Described version"),
        ({"tracks": [{"kind": "descriptions", "state": "ok"}]}, "never read out"),
        ({"tracks": [{"kind": "descriptions", "state": "missing"}]}, "do not load"),
        ({"missing": True}, "could not be loaded"),
    ],
)
def test_asks_about_each_video_with_sound(facts: dict[str, Any], words: str) -> None:
    [found] = audio_description.judge(evidence(medium(**facts)))
    assert (found.outcome, found.criteria) == ("cantTell", ("1.2.3", "1.2.5"))
    assert words in found.message


@pytest.mark.parametrize(
    "facts", [{"sound": False}, {"shown": False}, {"tag": "audio"}, {"muted": True, "controls": False}], ids=str
)
def test_is_inapplicable_to_silent_hidden_and_pictureless_media(facts: dict[str, Any]) -> None:
    [found] = audio_description.judge(evidence(medium(**facts)))
    assert found.outcome == "inapplicable"
