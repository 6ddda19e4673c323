"""Text at 200 %: what is cut fails, what may be reached otherwise is asked about."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import resize_text
from a11ycheck.model import Outcome, Variant

LONG = "The service answers with the number of messages that were not delivered since it was last asked for them, by team and day. "


def box(style: str, inside: str = LONG, after: str = "") -> str:
    return f"<main><div id=box style='font: 16px/18px sans-serif; {style}'>{inside}</div>{after}</main>"


@pytest.mark.parametrize(
    "html",
    [
        box("height: 60px; overflow: visible"),
        box("height: 20px; overflow: auto"),
        box("white-space: nowrap; overflow: hidden", "Fits <b>well</b>"),
        box("height: 60px; overflow: hidden", "<div style='height: 60px; overflow: auto'>" + LONG * 3 + "</div>"),
        "<body style='overflow-x: hidden'>" + box("overflow: auto; white-space: nowrap", LONG * 3),
        box("position: absolute; width: 1px; height: 1px; overflow: hidden") + "<p>Seen</p>",
        box("white-space: nowrap; overflow: hidden; text-overflow: ellipsis", after="<a href=/all>All of it</a>"),
    ],
    ids=[
        "overflows visibly",
        "scrolls",
        "fits",
        "scrolls within",
        "scrolls in a page that does not",
        "for screen readers only",
        "ellipsis with a link",
    ],
)
def test_passes_when_all_text_can_be_reached(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(resize_text, html)] == [Outcome.PASSED]


@pytest.mark.parametrize(
    "html",
    [
        box("height: 27px; overflow: hidden", LONG),
        box("height: 7vh; overflow: hidden", "One line<br>" * 3),
        box("height: 10px; overflow: hidden", "Cut at any size"),
        box("width: 90px; white-space: nowrap; overflow: clip", "Cut at any size of the page"),
        "<style>@media (max-width: 700px) { #box { width: 4em; white-space: nowrap; overflow: hidden } }</style>"
        + box("", "Cut when narrow"),
    ],
    ids=["wraps", "height of the window", "half a line", "across", "media query"],
)
def test_fails_for_letters_that_are_cut(judge: Judge, html: str) -> None:
    [outcome] = judge(resize_text, html)
    assert (outcome.outcome, outcome.criteria) == (Outcome.FAILED, ("1.4.4",))
    assert outcome.location is not None
    assert outcome.location.selector == "#box"
    assert max(outcome.data["lost"]) >= 5


def test_asks_in_windows_too_narrow_for_the_criterion(judge: Judge) -> None:
    html = box("height: 27px; overflow: hidden", LONG)
    [narrow] = judge(resize_text, html, variant=Variant(width=320))
    assert narrow.outcome is Outcome.CANT_TELL
    [wide] = judge(resize_text, html, variant=Variant(width=640))
    assert wide.outcome is Outcome.FAILED


def test_fails_for_text_in_the_flow_that_is_covered(judge: Judge) -> None:
    first = "<div style='height: 20px; font: 16px/18px sans-serif'>" + LONG + "</div>"
    [outcome] = judge(
        resize_text, f"<main>{first}<p style='margin: 0; font: 16px/18px sans-serif'>The next text.</p></main>"
    )
    assert outcome.outcome is Outcome.FAILED
    assert "cover each other" in outcome.message


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (box("height: 36px; overflow: hidden", LONG * 2), "lines of this text are missing"),
        (box("white-space: nowrap; overflow: hidden; text-overflow: ellipsis"), "ends in an ellipsis"),
        (box("height: 27px; overflow: hidden", LONG, "<button>More</button>"), "in another way"),
        (
            "<style>@media (max-width: 700px) { #gone { display: none } }</style><p id=gone>Only here</p><p>Stays</p>",
            "is not displayed",
        ),
    ],
    ids=["whole lines", "ellipsis", "a control behind it", "no longer displayed"],
)
def test_asks_where_the_text_may_be_elsewhere(judge: Judge, html: str, said: str) -> None:
    [outcome] = judge(resize_text, html)
    assert outcome.outcome is Outcome.CANT_TELL
    assert said in outcome.message


def test_asks_once_a_kind_and_counts(judge: Judge) -> None:
    line = "<p style='white-space: nowrap; overflow: hidden; text-overflow: ellipsis'>" + LONG + "</p>"
    [outcome] = judge(resize_text, line * 3)
    assert outcome.data["count"] == 3


def test_a_menu_that_a_new_button_opens_is_no_loss(judge: Judge) -> None:
    style = "<style>button { display: none } @media (max-width: 700px) { nav { display: none } button { display: block } }</style>"
    [outcome] = judge(resize_text, f"{style}<nav>Guide to all</nav><button aria-label=Menu>=</button><p>Text</p>")
    assert outcome.outcome is Outcome.PASSED


def test_a_pagination_may_leave_numbers_out(judge: Judge) -> None:
    style = "<style>@media (max-width: 700px) { .more { display: none } }</style>"
    items = "<li><a href='?1'>1</a><li class=more><a href='?11'>11</a><li><a href='?2'>Next</a>"
    assert [outcome.outcome for outcome in judge(resize_text, f"{style}<nav><ul>{items}</ul></nav>")] == [
        Outcome.PASSED
    ]
    [outcome] = judge(resize_text, f"{style}<ul>{items}</ul>")
    assert outcome.outcome is Outcome.CANT_TELL


@pytest.mark.parametrize(
    "html", ["<p style='display: none'>Hidden</p><img src=x alt=''>", "<svg><text y=15>Drawn</text></svg>"]
)
def test_is_inapplicable_without_visible_text(judge: Judge, html: str) -> None:
    assert {outcome.outcome for outcome in judge(resize_text, html)} <= {Outcome.INAPPLICABLE, Outcome.PASSED}
