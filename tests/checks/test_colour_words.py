from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import colour_words


@pytest.mark.parametrize(
    "html",
    [
        "<p>Fields in red are required.</p>",
        "<p>Please check the list. Items shown in green are new.</p>",
        "<p>The rows that are highlighted in yellow need an answer.</p>",
        "<p>Red dates are holidays.</p>",
        "<p>Seats marked in <b>blue</b> are taken.</p>",
        "<p>Required fields are red.</p>",
    ],
)
def test_asks_where_a_colour_tells_things_apart(judge: Judge, html: str) -> None:
    (found,) = judge(colour_words, html)
    assert found.outcome == "cantTell"
    assert found.location is not None


@pytest.mark.parametrize(
    "html",
    [
        "<p>Fields in red and marked with * are required.</p>",
        "<p>Items with the green icon are new.</p>",
        "<p>The words on the red list of species are Latin.</p>",
        "<p>Red wine and green tea are sold here; the red rose blooms.</p>",
        "<p>Choose names in red tape offices.</p>",
        "<p>Output:</p><pre>fields in red are required.</pre>",
    ],
)
def test_passes_other_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(colour_words, html)] == ["passed"]


def test_is_inapplicable_without_english_text(judge: Judge) -> None:
    html = '<!DOCTYPE html><html lang="de"><title>Seite</title><p>Felder in Rot sind Pflicht.</p>'
    assert [outcome.outcome for outcome in judge(colour_words, html)] == ["inapplicable"]
