from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import live_region

MODAL = (
    '<div aria-hidden="true"><main><h1>Town</h1><div role="log">Hello</div></main></div>'
    '<div role="{role}" aria-label="Settings"><button>Sound of every message that comes in, and of calls</button></div>'
)


@pytest.mark.parametrize(("role", "outcome"), [("dialog", "inapplicable"), ("group", "cantTell")])
def test_what_an_open_dialog_hides_is_not_judged_now(judge: Judge, role: str, outcome: str) -> None:
    assert [found.outcome for found in judge(live_region, MODAL.format(role=role))] == [outcome]


@pytest.mark.parametrize(
    "html",
    [
        '<div role="status" aria-hidden="true">Saved</div>',
        '<div inert><p role="alert">Lost</p></div>',
        '<div role="alert" aria-live="off">Lost</div>',
        '<div role="log" aria-busy="true">Line</div>',
        '<main aria-live="polite"><h1>Page</h1></main>',
        '<div aria-live="polite"><p role="status">Saved</p></div>',
        '<div aria-live="assertive">' + '<a href="#x">x</a>' * 6 + "</div>",
    ],
)
def test_asks_about_regions_that_may_not_work(judge: Judge, html: str) -> None:
    assert "cantTell" in {outcome.outcome for outcome in judge(live_region, html)}


@pytest.mark.parametrize(
    "html",
    ['<div role="status"></div>', '<div aria-live="polite">3 results</div>', '<div role="alert">Wrong password</div>'],
)
def test_passes_plain_regions(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(live_region, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        '<div role="status" hidden>Saved</div>',
        '<div aria-live="off">Ticker</div>',
        '<div role="timer">9 s</div>',
    ],
)
def test_is_inapplicable_without_regions_that_speak(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(live_region, html)] == ["inapplicable"]
