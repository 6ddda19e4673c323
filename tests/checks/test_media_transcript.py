from __future__ import annotations

from typing import Any

import pytest
from tests.checks.media_evidence import evidence, medium

from a11ycheck.checks import media_transcript


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"tag": "audio"}, "recording"),
        ({"tag": "audio", "shown": False, "controls": False, "starts": True}, "recording"),
        ({"tag": "audio", "alternatives": ["Transcript"]}, "“Transcript”"),
        ({"sound": False}, "silent video"),
        ({"sound": False, "controls": False, "starts": True, "muted": True}, "decoration"),
        ({"tag": "audio", "missing": True}, "could not be loaded"),
    ],
)
def test_asks_for_a_text_that_says_the_same(facts: dict[str, Any], words: str) -> None:
    [found] = media_transcript.judge(evidence(medium(**facts)))
    assert (found.outcome, found.criteria) == ("cantTell", ("1.2.1",))
    assert words in found.message


@pytest.mark.parametrize(
    "facts",
    [{}, {"tag": "audio", "controls": False}, {"tag": "audio", "sound": False}, {"sound": False, "shown": False}],
    ids=["video with sound", "audio out of reach", "silence", "hidden"],
)
def test_is_inapplicable_to_other_media(facts: dict[str, Any]) -> None:
    [found] = media_transcript.judge(evidence(medium(**facts)))
    assert found.outcome == "inapplicable"
