from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import choice_question

YES_NO = "<label><input type=radio name=r> Yes</label> <label><input type=radio name=r> No</label>"
BOXES = "<label><input type=checkbox name=c> Red</label> <label><input type=checkbox name=c> Blue</label>"


@pytest.mark.parametrize(
    "html",
    [
        f"<fieldset><legend>Send a receipt?</legend>{YES_NO}</fieldset>",
        f"<div role=radiogroup aria-labelledby=q><p id=q>Send a receipt?</p>{YES_NO}</div>",
        f"<p>Settings follow</p><button>Reset</button>{YES_NO}",
        f"<details open><summary>Near the poles</summary><p>No sunrise.</p></details><div>{YES_NO}</div>",
        "<div>Home</div><form><input type=radio name=p aria-label='Dark'><input type=radio name=p aria-label='Light'>",
        YES_NO,
    ],
)
def test_passes_choices_tied_to_their_question(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(choice_question, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Send a receipt?</p>{YES_NO}",
        f"<div><b>Receipt:</b> {YES_NO}</div>",
        f"<fieldset><p>Send a receipt?</p>{YES_NO}</fieldset>",
    ],
)
def test_fails_radio_buttons_after_a_loose_question(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(choice_question, html)] == ["failed"]


@pytest.mark.parametrize("html", [f"<p>Receipts</p>{YES_NO}", f"<p>Which colours?</p>{BOXES}"])
def test_asks_about_other_leads(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(choice_question, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html", ["<p>Text</p>", "<label><input type=radio name=r> One</label>", f"<p>Text</p><div hidden>{YES_NO}</div>"]
)
def test_is_inapplicable_without_groups(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(choice_question, html)] == ["inapplicable"]
