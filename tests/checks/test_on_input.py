"""A changed value that leads elsewhere fails unless a text says so; a mere listener asks where nothing may be changed."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import on_input
from a11ycheck.model import CheckOutcome, Interact

CHOICES = "<option value=''>…<option value=/frame.html>Guide"
JUMP = f'<label>Go to <select onchange="location.href = this.value">{CHOICES}</select></label>'
SENDS = (
    "<form><label>Colour <select name=c onchange='this.form.submit()'><option>Red<option>Blue</select></label></form>"
)


def changed(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(on_input, html, interact=Interact.OPERATE, more=("inputs",))


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        JUMP,
        SENDS,
        "<form method=post><label><input type=checkbox onclick='this.form.submit()'> News</label></form>",
        "<label><input type=radio name=r onchange=\"window.open('/frame.html')\"> One</label>"
        "<label><input type=radio name=r> Two</label>",
        "<label>Name <input oninput=\"alert('Really?')\"></label>",
    ],
    ids=["jump menu", "select sends", "box sends", "window", "dialog"],
)
def test_fails_a_value_that_leads_elsewhere(judge: Judge, html: str) -> None:
    [found] = changed(judge, html)
    assert (found.outcome, found.criteria) == ("failed", ("3.2.2",))


@pytest.mark.parametrize(
    "html",
    [
        f"<p>The page changes automatically when you choose.</p><div>{JUMP}</div>".replace("<div>", "<section>"),
        "<label>A <input maxlength=2 oninput='if (value.length > 1) b.focus()'></label><label>B <input id=b></label>",
    ],
    ids=["advice", "focus moves on"],
)
def test_asks_about_advice_and_a_moving_focus(judge: Judge, html: str) -> None:
    assert "cantTell" in outcomes(changed(judge, html))
    assert "failed" not in outcomes(changed(judge, html))


@pytest.mark.parametrize(
    "html",
    [
        "<label>Colour <select><option>Red<option>Blue</select></label>",
        "<label>Colour <select onchange='o.textContent = value'><option>Red<option>Blue</select></label><p id=o></p>",
        "<form action=/frame.html><label>Name <input></label><button>Go</button></form>",
    ],
    ids=["plain", "shows it", "button"],
)
def test_passes_a_value_that_stays_a_value(judge: Judge, html: str) -> None:
    assert outcomes(changed(judge, html)) == ["passed"]


@pytest.mark.parametrize(
    ("html", "said"), [(JUMP, "cantTell"), (SENDS, "cantTell"), ("<input onchange='o = 1'>", "inapplicable")], ids=str
)
def test_reads_listeners_where_nothing_may_be_changed(judge: Judge, html: str, said: str) -> None:
    assert outcomes(judge(on_input, html)) == [said]


def test_is_inapplicable_without_fields(judge: Judge) -> None:
    assert outcomes(changed(judge, "<p>text</p><input type=password aria-label=Password>")) == ["inapplicable"]
