"""Spaced text: boxes cut to the text's own size fail, boxes that grow or scroll pass."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import text_spacing
from a11ycheck.model import Outcome

TEXT = "Eighteen to eight, weekends too"


def box(style: str, inside: str = TEXT) -> str:
    return f"<main><div id=box style='font: 16px/18px sans-serif; {style}'>{inside}</div></main>"


@pytest.mark.parametrize(
    "html",
    [
        box("width: max-content; overflow: hidden"),
        box("min-height: 18px; width: 12em"),
        box("height: 18px; width: 100px; overflow: auto"),
        box("width: 90px; white-space: nowrap; overflow: hidden", "Cut before as well as after"),
    ],
    ids=["grows across", "grows down", "scrolls", "was cut before"],
)
def test_passes_when_nothing_is_lost(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(text_spacing, html)] == [Outcome.PASSED]


@pytest.mark.parametrize(
    "html",
    [
        box("width: 15em; white-space: nowrap; overflow: hidden"),
        box("height: 54px; width: 11em; overflow: hidden", f"{TEXT}. {TEXT}."),
        "<div id=host><template shadowrootmode=open><p id=box style='width: 15em; white-space: nowrap; overflow: hidden'>"
        f"{TEXT}</p></template></div>",
        "<style>#box { line-height: 18px !important; letter-spacing: 0 !important }</style>"
        + box("width: 15em; height: 18px; white-space: nowrap; overflow: hidden"),
    ],
    ids=["across", "down", "in a shadow root", "over important styles"],
)
def test_fails_for_letters_that_are_cut(judge: Judge, html: str) -> None:
    [outcome] = judge(text_spacing, html)
    assert (outcome.outcome, outcome.criteria) == (Outcome.FAILED, ("1.4.12",))
    assert outcome.location is not None
    assert outcome.location.selector.endswith("#box")


def test_asks_about_an_ellipsis(judge: Judge) -> None:
    [outcome] = judge(text_spacing, box("width: 15em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis"))
    assert outcome.outcome is Outcome.CANT_TELL


def test_is_inapplicable_without_text(judge: Judge) -> None:
    [outcome] = judge(text_spacing, "<img src=/frame.html alt=''>")
    assert outcome.outcome is Outcome.INAPPLICABLE


@pytest.mark.parametrize(("overflow", "result"), [("auto", Outcome.PASSED), ("visible", Outcome.FAILED)])
def test_what_scrolls_out_of_an_area_covers_nothing_behind_it(judge: Judge, overflow: str, result: Outcome) -> None:
    inside = "<p style='margin: 0'>Eighteen to eight, weekends too, and on holidays by telephone or by a letter.</p>"
    area = f"<div style='height: 62px; width: 220px; overflow: {overflow}; font: 16px/20px sans-serif'>{inside}</div>"
    [outcome] = judge(
        text_spacing, f"<main>{area}<p style='margin: 0; width: 220px'>We answer within a day.</p></main>"
    )
    assert outcome.outcome is result
