from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import field_label_words

TWINS = "<label>Name <input></label><label>City <input></label>"


@pytest.mark.parametrize(
    "html",
    [
        "<label>Text field <input></label>",
        "<label>Label 2 <input></label>",
        f"<form>{TWINS}{TWINS}</form>",
        f"<form><h2 hidden>Payer</h2>{TWINS}<h2 hidden>Receiver</h2>{TWINS}</form>",
    ],
)
def test_asks_about_leftovers_and_twins(judge: Judge, html: str) -> None:
    assert "cantTell" in {outcome.outcome for outcome in judge(field_label_words, html)}


@pytest.mark.parametrize(
    "html",
    [
        f"<form>{TWINS}</form><form>{TWINS}</form>",
        f"<form><h2>Payer</h2>{TWINS}<h2>Receiver</h2>{TWINS}</form>",
        f"<form><fieldset><legend>Payer</legend>{TWINS}</fieldset><fieldset><legend>Receiver</legend>{TWINS}</fieldset></form>",
        '<form><table><tr><td><input aria-label="Amount"></td></tr><tr><td><input aria-label="Amount"></td></tr></table></form>',
        '<form><label><input type="checkbox"> Yes</label><label><input type="checkbox"> Yes</label><label>Name <input>'
        "</label></form>",
    ],
)
def test_passes_fields_that_something_tells_apart(judge: Judge, html: str) -> None:
    assert {outcome.outcome for outcome in judge(field_label_words, html)} == {"passed"}


@pytest.mark.parametrize("html", ["<p>Text</p>", "<input>", "<label hidden>Name <input></label><p>x</p>"])
def test_is_inapplicable_without_labelled_fields(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(field_label_words, html)] == ["inapplicable"]
