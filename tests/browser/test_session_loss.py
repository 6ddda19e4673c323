"""The form that a login filled is known again, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from a11ycheck.browser.session import BrowserSession
from a11ycheck.browser.session_loss import form_of, is_login_form, refuse_lost_session
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Variant
from a11ycheck.steps import Click, Fill, Goto, Press

USER = Fill(label="User", value="x")
PASSWORD = Fill(label="Password", secret="APP_PASSWORD")
SIGN_IN = Click(role="button", name="Sign in")
FORM = '<label>User <input></label><label>Password <input type="password"></label>'


@pytest.mark.parametrize(
    ("steps", "parts"),
    [
        ((Goto(url="/in"), USER, PASSWORD, SIGN_IN, Click(text="Later")), (USER, PASSWORD, SIGN_IN)),
        ((USER, PASSWORD, Press(key="Enter"), Fill(label="Code", totp="KEY")), (USER, PASSWORD)),
        ((Click(text="Log in with a password"), USER, SIGN_IN), (USER, SIGN_IN)),
        ((Click(text="Guest"),), ()),
        ((), ()),
    ],
    ids=["button", "key", "after a click", "no field", "no step"],
)
def test_the_form_is_what_was_filled_and_its_button(steps: Any, parts: Any) -> None:
    assert form_of(steps) == parts


@pytest.mark.parametrize(
    ("body", "known"),
    [
        (f"{FORM}<button>Sign in</button>", True),
        (f"{FORM}<button>Create account</button>", False),
        (f"<div hidden>{FORM}<button>Sign in</button></div>", False),
        ("<h1>Inbox</h1>", False),
    ],
    ids=["the form", "a form for new users", "hidden", "another page"],
)
def test_the_form_is_known_when_all_of_it_is_visible(chromium: BrowserSession, body: str, known: bool) -> None:
    parts = form_of((USER, PASSWORD, SIGN_IN))
    with chromium.page(Variant(), fresh=True) as opened:
        opened.page.set_content(body)
        assert is_login_form(opened, parts) is known
        assert not is_login_form(opened, ())
        options = replace(chromium.options, login_form=parts)
        if known:
            with pytest.raises(NotAuditedError, match="login form is there instead") as caught:
                refuse_lost_session(opened, options)
            assert caught.value.reason == "session-lost"
        else:
            refuse_lost_session(opened, options)


def test_a_visit_without_login_may_see_the_form() -> None:
    refuse_lost_session(
        SimpleNamespace(anonymous=True),  # type: ignore[arg-type]
        SimpleNamespace(login_form=(USER,)),  # type: ignore[arg-type]
    )
