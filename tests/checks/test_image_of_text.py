from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.images import DOT, FILE, WORDS

from a11ycheck.checks import image_of_text

FILES = {"/headline.svg": FILE, "/context.svg": FILE}


@pytest.mark.parametrize(
    "html", [f'<img src="{DOT}" alt="Dot">', '<img src="/context.svg" alt="Fireworks over the river">']
)
def test_passes_images_without_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_of_text, html, files=FILES)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{WORDS}" alt="Sale">',
        '<img src="/headline.svg" alt="Summer sale">',
        '<p>Text</p><div style="background-image: url(/headline.svg); width: 120px; height: 120px"></div>',
    ],
)
def test_asks_about_signs_of_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_of_text, html, files=FILES)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    ["<p>Text</p>", f'<p>Text</p><img src="{WORDS}" alt="Sale" hidden>', "<svg><text y=20>Real text</text></svg>"],
)
def test_is_inapplicable_without_images(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(image_of_text, html)] == ["inapplicable"]
