from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import reading_order

STEPS = "<p>Step one</p><p>Step two</p><p>Step three</p>"


@pytest.mark.parametrize(
    "style",
    ["display:flex;flex-direction:row-reverse", "display:flex;flex-direction:column-reverse"],
)
def test_asks_about_reversed_parts(judge: Judge, style: str) -> None:
    (outcome,) = judge(reading_order, f'<div style="{style}">{STEPS}</div>')
    assert outcome.outcome == "cantTell"
    assert outcome.message.startswith("“Step two” is shown before “Step one”")


@pytest.mark.parametrize(
    "html",
    [
        '<div style="display:grid"><p style="grid-row:2">First read</p><p style="grid-row:1">Second read</p></div>',
        '<div style="display:flex"><p style="order:2">First read</p><p style="order:1">Second read</p></div>',
    ],
)
def test_asks_about_parts_moved_one_by_one(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(reading_order, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        f'<div style="display:flex">{STEPS}</div>',
        f'<div dir="rtl" style="display:flex">{STEPS}</div>',
        '<div style="display:grid;grid-template-columns:1fr 1fr"><p style="grid-column:1">One text</p>'
        '<p style="grid-column:2">Two text</p></div>',
        '<div style="display:flex"><main style="order:2">Main text</main><nav style="order:1"><a href="#x">Home page</a>'
        "</nav></div>",
        '<div style="display:flex;flex-direction:row-reverse"><b>Label</b><i>›</i></div>',
        "<p>Text of the page.</p>",
    ],
)
def test_passes_parts_in_order_and_landmarks(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(reading_order, html)] == ["passed"]


def test_is_inapplicable_without_text(judge: Judge) -> None:
    assert [outcome.outcome for outcome in judge(reading_order, "<hr>")] == ["inapplicable"]
