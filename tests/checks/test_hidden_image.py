from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.images import DOT, FILE

from a11ycheck.checks import hidden_image

PAINT = "<script>const pen = c.getContext('2d'); pen.fillRect(5, 5, 50, 50)</script>"


@pytest.mark.parametrize(
    "html",
    [
        f'<p>Good news!</p><img src="{DOT}" alt="">',
        f'<p>Good news!</p><img src="{DOT}" alt="Good news" role="none">',
        '<p>Good news!</p><svg role="none" width="200" height="200"><path d="M0 0h9v9z"/></svg>',
        '<p>Chart of sales: up by a third <img src="/chart.svg" alt=""></p>',
    ],
)
def test_passes_images_without_a_sign_of_content(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(hidden_image, html, files={"/chart.svg": FILE})] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        f'<p>Text</p><img src="{DOT}" alt="Sales rose" aria-hidden="true">',
        f'<p>Text</p><img src="{DOT}" alt="Sales rose" role="presentation">',
        f'<figure><img src="{DOT}" alt=""><figcaption>Sales</figcaption></figure>',
        '<p>Text</p><div><img src="/sales-chart.svg" alt=""></div>',
        f'<div><canvas id="c" width="200" height="200"></canvas></div>{PAINT}',
    ],
)
def test_asks_about_signs_of_content(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(hidden_image, html, files={"/sales-chart.svg": FILE})] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{DOT}" alt="Sales rose">',
        '<p>Text</p><canvas width="200" height="200"></canvas>',
        f'<a href="/">Home <img src="{DOT}" alt=""></a>',
        f'<p>Text</p><img src="{DOT}" alt="" style="position:absolute;top:-9999px">',
        '<p>Text</p><img src="/missing.png" alt="">',
    ],
)
def test_is_inapplicable_to_exposed_unseen_and_labelled_images(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(hidden_image, html)] == ["inapplicable"]
