"""Errors of forms: a mark without text fails, text with the field passes, text elsewhere is asked about."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import error_identification
from a11ycheck.model import CheckOutcome, Interact, Outcome

RED = "f.style.border = '2px solid rgb(200, 0, 0)'"


PICTURE = "width=16 height=16 src='data:image/gif;base64,R0lGODlhAQABAAAAACw='"
ADDED = "<style>#said::after { content: attr(data-error) }</style>"


def form(script: str, fields: str = "<label>Name <input id=f></label>", button: str = "Save", more: str = "") -> str:
    handler = f"form.onsubmit = (event) => {{ event.preventDefault(); {script} }}"
    body = f"{fields}<button>{button}</button><p id=said></p>{more}"
    far = "<div id=far style='margin-top: 500px'></div>"
    return f"<form id=form novalidate>{body}</form>{far}<script>{handler}</script>"


def outcomes(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(error_identification, html, interact=Interact.SUBMIT)


@pytest.mark.parametrize(
    "html",
    [
        form(f"{RED}; said.textContent = 'Name must not be empty'"),
        form(
            "f.setAttribute('aria-invalid', 'true'); f.setAttribute('aria-describedby', 'said'); said.textContent = 'Fill this in'"
        ),
        form(f"{RED}; alert('Name must not be empty')"),
        form(f"{RED}; far.textContent = 'Name must not be empty'"),
        "<form><label>Name <input required></label><button>Save</button></form>",
        form(f"f.setCustomValidity('Fill this in'); f.reportValidity(); {RED}"),
        form(f"{RED}; said.attachShadow({{mode: 'open'}}).innerHTML = 'Name must not be empty'"),
        form(f"{RED}; said.attachShadow({{mode: 'open'}}).innerHTML = '<b>Name must not be empty</b>'"),
        form(f"{RED}; said.dataset.error = 'Name must not be empty'", more=ADDED),
        form(f"{RED}; sign.hidden = false", more=f"<img id=sign hidden alt='Name must not be empty' {PICTURE}>"),
        form(f"{RED}; f.placeholder = 'Name must not be empty'"),
    ],
    ids=[
        "text by the field",
        "description",
        "dialog",
        "text with the name",
        "native bubble",
        "bubble by script",
        "text of a component",
        "text in a component",
        "text of a style sheet",
        "text of a picture",
        "hint in the field",
    ],
)
def test_passes_when_text_names_the_error(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in outcomes(judge, html)] == [Outcome.PASSED]


@pytest.mark.parametrize(
    ("html", "by"),
    [
        (form(RED), "colour"),
        (form("f.setAttribute('aria-invalid', 'true')"), "aria-invalid"),
        (form("f.classList.add('has-error')"), "class"),
        (form("f.style.borderColor = 'oklch(0.58 0.24 27)'"), "colour"),
        (form("f.labels[0].style.color = 'rgb(190, 0, 0)'"), "colour"),
        (form(f"form.checkValidity(); {RED}", "<label>Name <input id=f required></label>"), "colour"),
        (
            form(
                RED.replace("border", "outline"),
                "<label>Nickname <input></label><label><input id=f type=checkbox> I agree</label>",
            ),
            "colour",
        ),
        (form(RED, "<label>Nickname <input></label><label>Size <select id=f><option>S</select></label>"), "colour"),
        (form(f"if (f.value > 9) {RED}", "<label>Amount <input id=f type=number max=9></label>"), "colour"),
        (form(f"{RED}; sign.hidden = false", more=f"<img id=sign hidden alt='' {PICTURE}>"), "colour"),
        (form(RED, "<label>Name <input id=f></label><input type=password autocomplete=new-password>"), "colour"),
        (form("", "<label>Name <input id=f onblur='this.className = `error`'></label>"), "class"),
        (f'<div><label>Name <input id=f></label><button type=button onclick="{RED}">Continue</button></div>', "colour"),
        (form("if (!/@./.test(f.value) && f.value) " + RED, "<label>Mail <input id=f></label>"), "colour"),
    ],
    ids=[
        "red border",
        "state alone",
        "class",
        "wide-gamut colour",
        "red label",
        "checked without a bubble",
        "box",
        "choice",
        "number",
        "picture without a text",
        "new account",
        "when it is left",
        "no form",
        "mail",
    ],
)
def test_fails_when_a_field_is_only_marked(judge: Judge, html: str, by: str) -> None:
    [outcome] = outcomes(judge, html)
    assert (outcome.outcome, outcome.criteria, outcome.data["by"]) == (Outcome.FAILED, ("3.3.1",), by)
    assert outcome.location is not None
    assert outcome.location.selector == "#f"


def test_asks_about_text_elsewhere(judge: Judge) -> None:
    [outcome] = outcomes(judge, form(f"{RED}; far.textContent = 'Something went wrong'"))
    assert outcome.outcome is Outcome.CANT_TELL


def test_asks_about_text_that_is_hidden(judge: Judge) -> None:
    [outcome] = outcomes(judge, form(f"{RED}; said.ariaHidden = 'true'; said.textContent = 'Name must not be empty'"))
    assert outcome.outcome is Outcome.CANT_TELL
    assert "hidden from assistive technology" in outcome.message


@pytest.mark.parametrize(
    "html",
    ["<p>No form</p>", "<form role=search><input name=q><button>Go</button></form>", form("")],
    ids=["no form", "search", "accepts all"],
)
def test_is_inapplicable_without_errors(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in outcomes(judge, html)] == [Outcome.INAPPLICABLE]


@pytest.mark.parametrize(
    "html",
    [
        form(RED, "<label>Name <input id=f></label><input type=password>"),
        form(RED, button="Delete my account"),
        "<form action=/frame.html><label>Name <input></label><button>Save</button></form>",
    ],
    ids=["password", "harmful", "answered by the server"],
)
def test_leaves_untested_what_is_not_tried(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in outcomes(judge, html)] == [Outcome.UNTESTED]


def test_sends_nothing_below_submit(judge: Judge) -> None:
    [outcome] = judge(error_identification, form(RED), interact=Interact.OPERATE)
    assert outcome.outcome is Outcome.UNTESTED
