"""A refused paste fails where it is the only way in; managers, other ways and new passwords ask."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import paste_blocked
from a11ycheck.model import CheckOutcome, Interact

BLOCK = "onpaste='return false'"
LOGIN = "<form><label>Mail <input name=mail></label><label>Password <input type=password {}></label><button>Sign in</button></form>"
CODE = "<label>Verification code <input inputmode=numeric {}></label>"


def played(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(paste_blocked, html, interact=Interact.OPERATE)


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        LOGIN.format(BLOCK),
        LOGIN.format(f"{BLOCK} autocomplete=off"),
        CODE.format(BLOCK),
        LOGIN.format("id=p") + "<script>document.addEventListener('paste', (e) => e.preventDefault())</script>",
        LOGIN.format("id=p")
        + "<script>p.onbeforeinput = (e) => { if (e.inputType === 'insertFromPaste') e.preventDefault() }</script>",
    ],
    ids=["attribute", "no manager", "code", "whole page", "before input"],
)
def test_fails_a_refused_paste(judge: Judge, html: str) -> None:
    [found] = played(judge, html)
    assert (found.outcome, found.criteria) == ("failed", ("3.3.8",))


@pytest.mark.parametrize(
    "html",
    [
        LOGIN.format(f"{BLOCK} autocomplete=current-password"),
        LOGIN.format(BLOCK) + "<button>Sign in with a passkey</button>",
        f"<form><input type=password aria-label=Password {BLOCK} autocomplete=new-password></form>",
        f"<form><input type=password aria-label=Password><input type=password aria-label='Repeat it' {BLOCK}></form>",
        "<input aria-label='One-time code, digit 1' maxlength=1><input aria-label='One-time code, digit 2' maxlength=1>",
    ],
    ids=["manager", "another way", "new", "repeated", "one character each"],
)
def test_asks_where_there_may_be_another_way(judge: Judge, html: str) -> None:
    found = outcomes(played(judge, html))
    assert "cantTell" in found
    assert "failed" not in found


@pytest.mark.parametrize(
    "html",
    [
        LOGIN.format(""),
        CODE.format("id=c")
        + "<script>c.onpaste = (e) => { e.preventDefault(); c.value = e.clipboardData.getData('text') }</script>",
    ],
    ids=["plain", "taken over by script"],
)
def test_passes_what_takes_a_paste(judge: Judge, html: str) -> None:
    assert outcomes(played(judge, html)) == ["passed"]


@pytest.mark.parametrize(
    ("html", "said"), [(LOGIN.format(BLOCK), "cantTell"), (LOGIN.format(""), "inapplicable")], ids=["guarded", "plain"]
)
def test_reads_listeners_where_nothing_may_be_played(judge: Judge, html: str, said: str) -> None:
    assert outcomes(judge(paste_blocked, html)) == [said]


def test_is_inapplicable_to_other_fields(judge: Judge) -> None:
    assert outcomes(played(judge, f"<input aria-label=Name {BLOCK}>")) == ["inapplicable"]
