"""A column of 320 px: prose that stays wide fails, what may need two dimensions is excepted or asked about."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import reflow
from a11ycheck.model import Outcome

TEXT = "Each line of this text can be read without scrolling the page from side to side. "


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{TEXT * 3}</p>",
        f"<style>@media (max-width: 400px) {{ p {{ width: auto }} }} p {{ max-width: 900px }}</style><p>{TEXT}</p>",
        "<table style='width: 900px'><tr><th>Name<th>Size<tr><td>First<td>Second</table><p>Text</p>",
        f"<body style='overflow-x: hidden'><button aria-expanded=true>Contents</button><p id=t>{TEXT}</p>"
        "<script>onresize = () => { t.style.transform = innerWidth < 700 ? 'translateX(200px)' : '' }</script>",
        f"<div style='writing-mode: vertical-rl; height: 200px'>{TEXT * 4}</div><p>Text</p>",
    ],
    ids=["wraps", "media query", "data table", "pushed by an open panel", "vertical writing"],
)
def test_passes_when_text_fits_the_column(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(reflow, html)] == [Outcome.PASSED]


@pytest.mark.parametrize(
    "html",
    [
        f"<body style='min-width: 900px'><p id=text>{TEXT * 3}</p>",
        f"<p id=text style='white-space: nowrap'>{TEXT}</p>",
        f"<table role=presentation style='width: 700px'><tr><td><p id=text>{TEXT * 2}</p></table>",
        f"<body style='overflow-x: hidden'><p id=text style='width: 600px'>{TEXT * 2}</p>",
    ],
    ids=["minimum width", "no wrapping", "layout table", "cut by the viewport"],
)
def test_fails_for_prose_that_does_not_fit(judge: Judge, html: str) -> None:
    outcomes = [outcome for outcome in judge(reflow, html) if outcome.outcome is Outcome.FAILED]
    assert [(outcome.criteria, outcome.location and outcome.location.selector) for outcome in outcomes] == [
        (("1.4.10",), "#text")
    ]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (f"<pre>{TEXT * 3}</pre>", "code"),
        (f"<h1>The module <code>{'long_name' * 9}</code></h1>", "word"),
        (f"<p>See {'configuration_' * 5}file.</p>", "word"),
        (f"<div style='overflow-x: auto'><p style='width: 700px'>{TEXT * 3}</p></div>", "scroller"),
        (f"<table><tr><th>Name<tr><td style='white-space: nowrap'>{TEXT}</table>", "table"),
        (
            "<div style='display: flex; width: 600px'><p style='width: 300px'>One</p><p style='width: 300px'>Two</p></div>",
            "beside",
        ),
        ("<p>Text</p><iframe src=/frame.html title=Frame width=500></iframe>", "broad"),
    ],
    ids=["code", "code in a line", "long word", "scrolls by itself", "cell", "beside the viewport", "frame"],
)
def test_asks_about_what_may_need_two_dimensions(judge: Judge, html: str, kind: str) -> None:
    [outcome] = judge(reflow, html)
    assert (outcome.outcome, outcome.data["kind"]) == (Outcome.CANT_TELL, kind)


def test_is_inapplicable_without_text(judge: Judge) -> None:
    [outcome] = judge(reflow, "<img src=/frame.html alt=''>")
    assert outcome.outcome is Outcome.INAPPLICABLE
