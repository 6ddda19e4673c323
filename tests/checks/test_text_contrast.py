"""Text on pictures: fails at the best pixel, passes at the worst, and between a person is asked."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import text_contrast
from a11ycheck.model import Outcome


def picture(*colors: str) -> str:
    """A background picture of vertical stripes."""
    width = 100 / len(colors)
    stripes = "".join(
        f"<rect x='{i * width}%' width='{width}%' height='100%' fill='{color}'/>" for i, color in enumerate(colors)
    )
    start = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='60' preserveAspectRatio='none'>"
    return f'background: url("data:image/svg+xml,{quote(start + stripes + "</svg>")}") 0 0/400px 60px'


def text(style: str, ground: str, words: str = "Some plain words") -> str:
    whole = f"margin: 0; width: 400px; height: 60px; font: 16px sans-serif; {style}; {ground}"
    return f"<p id=text style='{whole}'>{words}</p>"


SHADOW = "text-shadow: 0 0 3px black, 0 0 3px black, 0 0 3px black, 0 0 2px black"
SPLIT = "background: linear-gradient(90deg, white, white 120px, black 120px)"
BEHIND = "<img src='/white.svg' alt='' style='position: absolute; inset: 0; z-index: -1' width=500 height=300>"
WHITE = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' fill='white'/></svg>"
)


@pytest.mark.parametrize(
    "html",
    [
        text("color: #333", picture("white", "#eee")),
        text("color: #767676; font-size: 24px", picture("white", "#fafafa")),
        text("color: #8a8a8a; font-size: 19px; font-weight: bold", picture("white")),
        text(f"color: white; {SHADOW}", picture("#777")),
        text("color: #999", picture("white"), "—  — ·") + text("color: #333", picture("white")),
    ],
    ids=["dark on light", "large", "large in bold", "shadow", "no words"],
)
def test_passes_at_the_worst_pixel(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(text_contrast, html)] == [Outcome.PASSED]


@pytest.mark.parametrize(
    "html",
    [
        text("color: #999", picture("white", "#eee")),
        text(
            "color: #999",
            SPLIT,
            "Light words and others that stand on the dark part",
        ),
        text("color: rgb(0 0 0 / 30%)", picture("white")),
        text("color: #999; opacity: 1; position: relative", "") + BEHIND,
        f"<div style='height: 3000px'></div>{text('color: #999', picture('white'))}",
    ],
    ids=["picture", "one word on a gradient", "half transparent", "picture behind", "far down"],
)
def test_fails_when_even_the_best_pixel_is_too_close(judge: Judge, html: str) -> None:
    [outcome] = judge(text_contrast, html, files={"/white.svg": WHITE})
    assert (outcome.outcome, outcome.criteria) == (Outcome.FAILED, ("1.4.3",))
    assert outcome.location is not None
    assert outcome.location.selector == "#text"
    assert outcome.data["best"] < 4.5


def test_the_suggested_colour_passes(judge: Judge) -> None:
    [failed] = judge(text_contrast, text("color: #999", picture("white")))
    again = text(f"color: {failed.data['suggestion']}", picture("white"))
    assert [outcome.outcome for outcome in judge(text_contrast, again)] == [Outcome.PASSED]


@pytest.mark.parametrize(
    "html",
    [
        text("color: #555", picture(*["white", "#999"] * 30), "One word"),
        text("color: #999; mix-blend-mode: multiply", picture("white")),
        text("color: #999", picture("white")).replace("<p ", "<p class=brand-name "),
        text("color: #999; -webkit-text-stroke: 1px black", picture("white")),
        text("color: #999; opacity: .5", picture("white")),
    ],
    ids=["between", "blended", "logotype", "outlined", "faded with its background"],
)
def test_asks_when_pixels_do_not_decide(judge: Judge, html: str) -> None:
    [outcome] = judge(text_contrast, html)
    assert outcome.outcome is Outcome.CANT_TELL


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color: #999; background: white'>Plain colours</p>",
        f"<fieldset disabled><label>{text('color: #999', picture('white'))}<input></label></fieldset>",
        f"<div aria-hidden=true>{text('color: #999', picture('white'))}</div>",
        text("color: #999; display: none", picture("white")),
        text("color: #999", picture("white")) + "<dialog id=d>Now this</dialog><script>d.showModal()</script>",
        text("color: #999", picture("white")) + "<div style='position: fixed; inset: 0; background: #0008'>Veil</div>",
    ],
    ids=[
        "plain colours",
        "disabled",
        "hidden from assistive technology",
        "not displayed",
        "behind a dialog",
        "under a veil",
    ],
)
def test_is_inapplicable_without_such_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(text_contrast, html)] == [Outcome.INAPPLICABLE]
