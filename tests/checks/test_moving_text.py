from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import moving_text
from a11ycheck.model import CheckOutcome

SLIDE = (
    "<style>@keyframes slide { from { transform: none } to { transform: translateX(-400px) } }"
    ".n { animation: slide 9s linear %s }</style>"
)
NEWS = (
    "<p class=n>News of the day, for all to read</p><p>Other text stands here, which people want to read in peace.</p>"
)


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        SLIDE % "infinite" + NEWS,
        "<marquee>News of the day, for all to read</marquee><p>Other text stands here for people.</p>",
    ],
)
def test_fails_text_that_goes_on_moving(judge: Judge, html: str) -> None:
    assert outcomes(judge(moving_text, html)) == ["failed"]


def test_asks_whether_a_control_stops_it(judge: Judge) -> None:
    assert outcomes(judge(moving_text, SLIDE % "infinite" + NEWS + "<button>Pause</button>")) == ["cantTell"]


def test_passes_an_animation_that_changes_nothing(judge: Judge) -> None:
    assert outcomes(judge(moving_text, (SLIDE % "infinite").replace("-400px", "0") + NEWS)) == ["passed"]


@pytest.mark.parametrize(
    "html",
    ["<p>text</p>", (SLIDE % "1").replace("9s", "1s") + NEWS, SLIDE % "infinite paused" + NEWS,
     SLIDE % "infinite" + "<span class=n>…</span><p>A spinner without words</p>"],
    ids=["none", "short", "paused", "spinner"],
)  # fmt: skip
def test_is_inapplicable_without_moving_text(judge: Judge, html: str) -> None:
    assert outcomes(judge(moving_text, html)) == ["inapplicable"]
