from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import error_prevention

FORM = "<form><label>Name <input></label>{}<button>{}</button></form>"
FILTER = FORM.replace("<form>", "<form method=get>").format("", "Apply")


@pytest.mark.parametrize(
    "html",
    [
        FORM.format("", "Buy now"),
        FORM.format("", "Delete account"),
        FORM.format("", "Submit application"),
        FORM.format("<input aria-label=Card autocomplete=cc-number>", "Continue"),
    ],
)
def test_asks_about_forms_that_bind(judge: Judge, html: str) -> None:
    [found] = judge(error_prevention, html)
    assert (found.outcome, found.criteria) == ("cantTell", ("3.3.4",))


@pytest.mark.parametrize(
    "html",
    [
        "<p>text</p>",
        FORM.format("", "Save"),
        FORM.format("", "Search the payroll"),
        FORM.format("", "Subscribe"),
        FORM.format("", "Apply filters"),
        FILTER,
    ],
)
def test_is_inapplicable_to_other_forms(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(error_prevention, html)] == ["inapplicable"]
