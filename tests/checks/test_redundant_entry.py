from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import redundant_entry

ADDRESS = "<fieldset><legend>{0} address</legend><label>Street <input></label><label>Town <input></label></fieldset>"
TWO = ADDRESS.format("Shipping") + "{}" + ADDRESS.format("Billing")


@pytest.mark.parametrize(
    "html",
    [
        "<label>Mail <input type=email></label><label>Repeat your e-mail address <input type=email></label>",
        f"<form>{TWO.format('')}</form>",
        "<form><input aria-label=Street autocomplete='shipping street-address'>"
        "<input aria-label=Street autocomplete='billing street-address'></form>",
    ],
    ids=["again", "two addresses", "by their purpose"],
)
def test_asks_about_what_is_entered_twice(judge: Judge, html: str) -> None:
    [found] = judge(redundant_entry, html)
    assert (found.outcome, found.criteria) == ("cantTell", ("3.3.7",))


@pytest.mark.parametrize(
    "html",
    [
        "<label>Mail <input type=email></label>",
        "<label>Password <input type=password></label><label>Repeat password <input type=password></label>",
        f"<form>{TWO.format('<label><input type=checkbox> Same as shipping</label>')}</form>",
        f"<form>{ADDRESS.format('Shipping')}</form>",
    ],
    ids=["once", "password", "taken over", "one address"],
)
def test_is_inapplicable_to_other_forms(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(redundant_entry, html)] == ["inapplicable"]
