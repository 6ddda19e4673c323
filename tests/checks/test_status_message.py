"""Text that appears after sending a form: announced passes, silent is asked about."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import status_message
from a11ycheck.model import CheckOutcome, Interact, Outcome


def form(region: str, script: str = "said.textContent = 'Saved'") -> str:
    handler = f"form.onsubmit = (event) => {{ event.preventDefault(); {script} }}"
    return (
        f"<form id=form><label>Name <input id=f></label><button>Save</button></form>{region}<script>{handler}</script>"
    )


def outcomes(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(status_message, html, interact=Interact.SUBMIT)


@pytest.mark.parametrize(
    "html",
    [
        form("<p id=said role=status></p>"),
        form("<div aria-live=polite><p id=said></p></div>"),
        form("<p id=said></p>", "said.textContent = 'Name it'; f.focus()"),
    ],
    ids=["status", "live region", "focus moves"],
)
def test_passes_when_it_is_announced(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in outcomes(judge, html)] == [Outcome.PASSED]


def test_asks_about_silent_text(judge: Judge) -> None:
    [outcome] = outcomes(judge, form("<p id=said></p>"))
    assert (outcome.outcome, outcome.criteria, outcome.data["text"]) == (Outcome.CANT_TELL, ("4.1.3",), "Saved")


@pytest.mark.parametrize("html", ["<p>No form</p>", form("", "")], ids=["no form", "nothing appears"])
def test_is_inapplicable_when_nothing_appears(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in outcomes(judge, html)] == [Outcome.INAPPLICABLE]
