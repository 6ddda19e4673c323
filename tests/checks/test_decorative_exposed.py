from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.images import DOT

from a11ycheck.checks import decorative_exposed


@pytest.mark.parametrize(
    "html",
    [f'<p>Text</p><img src="{DOT}" alt="" tabindex="0">', f'<p>x</p><img src="{DOT}" alt="" role="none" tabindex="0">'],
)
def test_fails_nameless_images_that_take_the_focus(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(decorative_exposed, html)] == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{DOT}" alt="" aria-label="Line">',
        f'<i id="n" hidden>Line</i><p>x</p><img src="{DOT}" alt="" aria-labelledby="n">',
        '<nav role="none" aria-label="Pages"><a href="#a">A</a></nav>',
        '<button role="presentation">Go</button>',
    ],
)
def test_asks_about_names_and_focus(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(decorative_exposed, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        f'<p>Text</p><img src="{DOT}" alt="">',
        f'<p>Text</p><img src="{DOT}" alt="" title="Tip">',
        f'<p>Text</p><img src="{DOT}" alt="" aria-labelledby="gone">',
        f'<p>Text</p><img src="{DOT}" alt="Sun" role="presentation">',
        f'<p>Text</p><img src="{DOT}" alt="" aria-label="Line" hidden><img src="{DOT}" alt="">',
    ],
)
def test_passes_decoration_that_is_hidden(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(decorative_exposed, html)] == ["passed"]


@pytest.mark.parametrize(
    "html", ["<p>Text</p>", '<ul role="menubar"><li role="none"><a role="menuitem" href="#a">A</a></li></ul>']
)
def test_is_inapplicable_without_decoration(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(decorative_exposed, html)] == ["inapplicable"]


def test_asks_once_about_elements_that_are_alike(judge: Judge) -> None:
    html = "<ul>" + '<li role="none" tabindex="0"></li>' * 3 + "</ul><p>Text</p>"
    (outcome,) = judge(decorative_exposed, html)
    assert "(as are 2 more)" in outcome.message
