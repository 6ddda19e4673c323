from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import autocomplete_missing


@pytest.mark.parametrize(
    "html",
    [
        "<label>E-mail <input type=email autocomplete=email></label>",
        "<label>Your name <input autocomplete='section-a name'></label>",
    ],
)
def test_passes_fields_that_name_their_purpose(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(autocomplete_missing, html)] == ["passed"]


@pytest.mark.parametrize(
    ("html", "purpose"),
    [
        ("<label>E-mail <input></label>", "email"),
        ("<label>Work <input type=tel autocomplete=off></label>", "tel"),
        ("<label>First name* <input></label>", "given-name"),
        ("Name <input name=who>", "name"),
        ("<label>Passwort <input type=password></label>", "current-password"),
    ],
)
def test_asks_about_fields_that_do_not(judge: Judge, html: str, purpose: str) -> None:
    (outcome,) = judge(autocomplete_missing, html)
    assert (outcome.outcome, outcome.data["purpose"]) == ("cantTell", purpose)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        "<label>Subject <input></label>",
        "<label>File name <input></label>",
        "<label>E-mail <input disabled></label>",
    ],
)
def test_is_inapplicable_to_other_fields(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(autocomplete_missing, html)] == ["inapplicable"]
