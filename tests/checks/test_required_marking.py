from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import required_marking

RED = "<style>.required{color:#b00020;font-weight:bold}.star::after{content:'*'}</style>"


@pytest.mark.parametrize(
    "html",
    [
        '<label>Email <span aria-hidden="true">*</span> <input></label>',
        '<label for="a" class="required">Email</label><input id="a"><label for="b">Phone</label><input id="b">'
        '<label for="c">Fax</label><input id="c">',
        '<label id="l">Email <b aria-hidden="true">*</b></label><input aria-labelledby="l">',
    ],
)
def test_asks_about_fields_marked_by_looks(judge: Judge, html: str) -> None:
    assert "cantTell" in {outcome.outcome for outcome in judge(required_marking, RED + html)}


@pytest.mark.parametrize(
    "html",
    [
        '<label>Email <span aria-hidden="true">*</span> <input required></label>',
        '<label>Email <span aria-hidden="true">*</span> <input aria-required="true"></label>',
        "<label>Email * <input></label>",
        '<label>Email <span aria-hidden="true">*</span> <input aria-describedby="d"></label><p id="d">This is required.</p>',
        '<label class="required">Email <input></label>',
        '<label for="a" class="required">Email (required)</label><input id="a"><label for="b">Phone</label><input id="b">',
        '<label>Email <span aria-hidden="true">*</span> <input disabled></label><label>Name <input></label>',
    ],
)
def test_passes_fields_marked_in_words_or_code(judge: Judge, html: str) -> None:
    assert {outcome.outcome for outcome in judge(required_marking, RED + html)} == {"passed"}


@pytest.mark.parametrize("html", ["<p>Text *</p>", '<input aria-label="Search">'])
def test_is_inapplicable_without_labels(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(required_marking, html)] == ["inapplicable"]
