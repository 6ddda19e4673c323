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


@pytest.mark.parametrize("html", [form(""), "<button type=button>Check the stock</button>"], ids=["form", "control"])
def test_what_the_run_may_not_use_is_untested(judge: Judge, html: str) -> None:
    [outcome] = judge(status_message, html, interact=Interact.OBSERVE)
    assert (outcome.outcome, "--interact" in outcome.message) == (Outcome.UNTESTED, True)


def click(region: str, script: str) -> str:
    return f"<button id=b type=button>Check the stock</button>{region}<script>b.onclick = () => {{ {script} }}</script>"


ADDED = "said.textContent = 'Three spades are left'"


def test_asks_about_silent_text_after_a_click(judge: Judge) -> None:
    [outcome] = judge(status_message, click("<p id=said></p>", ADDED), interact=Interact.OPERATE)
    assert (outcome.outcome, outcome.data["text"]) == (Outcome.CANT_TELL, "Three spades are left")


@pytest.mark.parametrize(
    "html",
    [
        click("<p id=said role=status></p>", ADDED),
        click("<p id=said hidden>More words</p>", "said.hidden = !said.hidden"),
        click("<p id=said hidden>More words</p>", "said.hidden = false; b.hidden = true"),
        click("<p id=said></p>", "said.innerHTML = '<a href=#b>A way on</a>'"),
        click("<p id=said tabindex=-1></p>", f"{ADDED}; said.focus()"),
    ],
    ids=["status", "opens it", "shows the rest", "content to use", "gets the focus"],
)
def test_is_silent_about_other_text_after_a_click(judge: Judge, html: str) -> None:
    assert all(
        outcome.outcome is not Outcome.CANT_TELL for outcome in judge(status_message, html, interact=Interact.OPERATE)
    )
