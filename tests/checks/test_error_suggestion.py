from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import error_suggestion
from a11ycheck.model import Interact

FORM = (
    "<form id=form novalidate><label>Mail <input id=f></label><button>Save</button><p id=said></p></form><script>"
    "form.onsubmit = (event) => {{ event.preventDefault(); if (!/@./.test(f.value) && f.value) {{"
    "f.setAttribute('aria-invalid', 'true'); said.textContent = '{}' }} }}</script>"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Invalid mail", "cantTell"),
        ("Enter an address such as ada@example.org", "passed"),
        ("The part behind the @ is missing", "passed"),
        ("", "inapplicable"),
    ],
)
def test_asks_whether_the_text_helps(judge: Judge, text: str, said: str) -> None:
    [found] = judge(error_suggestion, FORM.format(text), interact=Interact.SUBMIT)
    assert (found.outcome, found.criteria) == (said, ("3.3.3",))


def test_asks_though_the_same_was_said_to_an_empty_field(judge: Judge) -> None:
    html = FORM.format("Invalid mail").replace(" && f.value", "")
    assert [outcome.outcome for outcome in judge(error_suggestion, html, interact=Interact.SUBMIT)] == ["cantTell"]


def test_passes_the_browsers_bubble(judge: Judge) -> None:
    html = "<form><label>Mail <input type=email required></label><button>Save</button></form>"
    assert [outcome.outcome for outcome in judge(error_suggestion, html, interact=Interact.SUBMIT)] == ["passed"]


def test_is_inapplicable_below_submit(judge: Judge) -> None:
    assert [outcome.outcome for outcome in judge(error_suggestion, FORM.format("Invalid"))] == ["inapplicable"]
