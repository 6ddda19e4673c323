from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import image_alternative_words


@pytest.mark.parametrize(
    "html",
    [
        '<img src="q3.png" alt="Sales rose by a third">',
        '<img src="logo.png" alt="Parley">',
        '<img src="mascot.png" alt="Mascot">',
        '<img src="2024.png" alt="The year in numbers">',
        '<svg role="img" aria-label="Search"><path d="M0 0h9v9z"/></svg>',
    ],
)
def test_passes_descriptions(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_alternative_words, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="sales-q3.png" alt="sales-q3.png">',
        '<img src="/a/b/DSC_0041.JPG?x=1" alt="DSC_0041.JPG">',
        '<img src="IMG_2231.png" alt="IMG_2231">',
        '<img src="x.png" alt="image">',
        '<img src="x.png" title="Picture.">',
        '<svg role="img" aria-label="graphic"><path d="M0 0h9v9z"/></svg>',
    ],
)
def test_fails_file_names_and_stock_words(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_alternative_words, html)] == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="x.png" alt="Chart">',
        '<p>The file <b>plan.png</b> as a preview: <img src="plan.png" alt="plan.png"></p>',
    ],
)
def test_asks_where_it_depends(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_alternative_words, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="a.png" alt="">',
        '<img src="a.png" alt="image" aria-hidden="true">',
        '<p>Text</p><img src="a.png" alt="image" hidden>',
        "<p>Text</p>",
    ],
)
def test_is_inapplicable_without_named_images(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_alternative_words, html)] == ["inapplicable"]
