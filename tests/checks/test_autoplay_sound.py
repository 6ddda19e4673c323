from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.media_files import serve, tone
from tests.conftest import Web

from a11ycheck.checks import autoplay_sound
from a11ycheck.model import CheckOutcome


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.fixture(autouse=True)
def sounds(pages: Web) -> None:
    for path, body in {
        "/long.wav": tone(5),
        "/short.wav": tone(1, silence=5),
        "/silent.wav": tone(5, volume=0),
        "/codec.mpg": b"nothing that can be decoded",
    }.items():
        serve(pages, path, body, "audio/wav")


@pytest.mark.parametrize(
    "html",
    ["<audio autoplay src=/long.wav></audio>", "<video autoplay src=/long.wav></video>",
     "<audio autoplay loop src=/short.wav></audio>", "<audio autoplay src='/long.wav#t=0,4'></audio>",
     "<audio autoplay controls style='display: none' src=/long.wav></audio>"],
)  # fmt: skip
def test_fails_sound_that_nothing_stops(judge: Judge, html: str) -> None:
    assert outcomes(judge(autoplay_sound, f"<p>text</p>{html}")) == ["failed"]


@pytest.mark.parametrize(
    "html",
    ["<audio autoplay muted src=/long.wav></audio>", "<audio autoplay controls src=/long.wav></audio>",
     "<audio autoplay src=/short.wav></audio>", "<audio autoplay loop src=/silent.wav></audio>",
     "<audio autoplay src='/long.wav#t=1,3'></audio>"],
)  # fmt: skip
def test_passes_what_is_silent_short_or_has_controls(judge: Judge, html: str) -> None:
    assert outcomes(judge(autoplay_sound, f"<p>text</p>{html}")) == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<button>Stop the music</button><audio autoplay src=/long.wav></audio>",
        "<audio autoplay src=/codec.mpg></audio>",
    ],
)
def test_asks_about_a_control_of_the_page_and_a_file_it_cannot_read(judge: Judge, html: str) -> None:
    assert outcomes(judge(autoplay_sound, html)) == ["cantTell"]


def test_fails_inside_a_frame(judge: Judge) -> None:
    framed = "<title>x</title><p>x</p><audio autoplay src=/long.wav></audio>"
    (found,) = judge(autoplay_sound, "<iframe src='/framed.html'></iframe>", files={"/framed.html": framed})
    assert found.outcome == "failed"
    assert found.location is not None
    assert found.location.selector.startswith("html > body > iframe >>> ")


def test_is_inapplicable_when_nothing_starts_by_itself(judge: Judge) -> None:
    assert outcomes(judge(autoplay_sound, "<p>text</p><audio controls src=/long.wav></audio>")) == ["inapplicable"]
    assert outcomes(judge(autoplay_sound, "<p>text</p><audio autoplay src=/missing.wav></audio>")) == ["inapplicable"]
