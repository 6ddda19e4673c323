from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import sensory_words


@pytest.mark.parametrize(
    "html",
    [
        "<p>Press Save to keep your changes.</p>",
        "<p>The red panda is on the left bank of the river.</p>",
        "<p>Use the operand on the left first.</p>",
        "<p>Press the round button “Next” to go on.</p>",
    ],
)
def test_passes_text_without_such_instructions(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(sensory_words, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Press the round button to go on.</p>",
        "<p>Then click on the green icon.</p>",
        "<p>Use the <b>menu</b>, or select from the left-hand column.</p>",
        "<p>Choose a course from the list on the right.</p>",
    ],
)
def test_asks_about_shape_colour_and_place(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(sensory_words, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        '<!DOCTYPE html><html lang="de"><title>Seite</title><p>Drücken Sie den runden Knopf.</p>',
        '<!DOCTYPE html><html><body><img src="a.png" alt="">',
    ],
)
def test_is_inapplicable_without_english_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(sensory_words, html)] == ["inapplicable"]
