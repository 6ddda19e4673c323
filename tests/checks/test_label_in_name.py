from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import label_in_name


@pytest.mark.parametrize(
    "html",
    [
        '<label for="c">Country</label><input id="c" aria-label="Where you live">',
        '<label for="c">Email *</label><span id="n">Address for letters</span><input id="c" aria-labelledby="n">',
    ],
)
def test_fails_names_without_a_word_of_the_label(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(label_in_name, html)] == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        '<label for="c">Country of birth</label><input id="c" aria-label="Birth country">',
        '<label for="c">First name</label><input id="c" aria-label="Name">',
        '<label for="c">Photo</label><input id="c" type="file" disabled aria-label="Drag files here">',
    ],
)
def test_asks_about_names_with_some_words(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(label_in_name, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        '<label for="c">Country:</label><input id="c" aria-label="country of birth">',
        '<label for="c">Country (optional) *</label><input id="c" aria-label="Country">',
        '<label id="l" for="c">Country</label><input id="c" aria-labelledby="l">',
        '<label for="c">Country</label><b id="x">Form 7</b><label id="y"></label><input id="c" aria-labelledby="x l2">'
        '<i id="l2">country</i>',
        '<label for="c">Salary</label><input id="c" aria-labelledby="c x"><abbr id="x" aria-label="in pounds">£</abbr>',
    ],
)
def test_passes_names_that_hold_the_label(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(label_in_name, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<label>Country <input></label>",
        '<input aria-label="Country">',
        '<label for="c" hidden>Country</label><input id="c" aria-label="Where you live">',
        '<label for="c" style="position:absolute;left:-9999px">Country</label><input id="c" aria-label="Where you live">',
        '<label for="c">★</label><input id="c" aria-label="Favourite">',
    ],
)
def test_is_inapplicable_without_a_visible_label_and_another_name(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(label_in_name, html)] == ["inapplicable"]
