from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import gradient_contrast


def text(css: str, inner: str = "Some text") -> str:
    return f'<p style="{css}">{inner}</p>'


def test_passes_text_that_stands_out_everywhere(judge: Judge) -> None:
    html = text("color: #000; background: linear-gradient(#fff, #9cf)")
    assert [outcome.outcome for outcome in judge(gradient_contrast, html)] == ["passed"]


@pytest.mark.parametrize(
    "css",
    [
        "color: #aaa; background: linear-gradient(to right, #fff, #00f)",
        "color: #fff; background: linear-gradient(45deg, #eee, #fd0)",
        "color: rgb(90 90 90 / 80%); background: linear-gradient(90deg, transparent, transparent 3em, black 3em)",
        "color: #777; background: radial-gradient(#666, #888)",
    ],
)
def test_fails_text_too_close_to_every_colour(judge: Judge, css: str) -> None:
    (outcome,) = judge(gradient_contrast, text(css))
    assert outcome.outcome == "failed"
    assert outcome.data["best"] < 4.5


def test_large_text_needs_less(judge: Judge) -> None:
    css = "color: #fff; background: linear-gradient(#767676, #888)"
    assert judge(gradient_contrast, text(css + "; font-size: 30px"))[0].outcome == "passed"


@pytest.mark.parametrize(
    "html",
    [
        text("color: #aaa; background: #fff"),
        text("color: #aaa; background: linear-gradient(#fff, #eee); text-shadow: 0 0 9px #000"),
        text("color: transparent; background: linear-gradient(#fff, #eee); background-clip: text"),
    ],
)
def test_is_inapplicable_without_text_on_a_gradient(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(gradient_contrast, html)] == ["inapplicable"]


def test_says_nothing_where_it_depends_on_the_place(judge: Judge) -> None:
    assert judge(gradient_contrast, text("color: #fff; background: linear-gradient(to right, #fff, #000)")) == []


def test_contrast_is_wcag_s() -> None:
    assert gradient_contrast.contrast((0, 0, 0, 1), (255, 255, 255, 1)) == pytest.approx(21)
    assert gradient_contrast.contrast((119, 119, 119, 1), (255, 255, 255, 1)) == pytest.approx(4.48, abs=0.01)
