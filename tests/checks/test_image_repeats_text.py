from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.images import DOT

from a11ycheck.checks import image_repeats_text


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="#p"><img src="{DOT}" alt="Printer setup"> Printer setup</a>',
        f'<figure><img src="{DOT}" alt="Uptime in June"><figcaption>Uptime in June.</figcaption></figure>',
        f'<p><img src="{DOT}" alt="Warning"> <b>Warning</b>: hot</p>',
        f'<p>Madrid <img src="{DOT}" alt="madrid"></p>',
    ],
)
def test_asks_about_alternatives_that_repeat_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_repeats_text, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="#p"><img src="{DOT}" alt="A printer on a desk"> Printer setup</a>',
        f'<figure><img src="{DOT}" alt="The line rises"><figcaption>Uptime in June</figcaption></figure>',
        f'<p>The warning sign is yellow. <img src="{DOT}" alt="Warning"></p>',
        f'<a href="#p"><img src="{DOT}" alt="Printer setup"></a>',
    ],
)
def test_passes_alternatives_that_add_to_the_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_repeats_text, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        f'<p>Text <img src="{DOT}" alt=""></p>',
        f'<p hidden>Madrid <img src="{DOT}" alt="Madrid"></p><p>x</p>',
    ],
)
def test_is_inapplicable_without_named_images(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_repeats_text, html)] == ["inapplicable"]
