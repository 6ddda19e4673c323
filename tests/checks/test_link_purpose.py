from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import link_purpose

TEXT = "<p>Pigeons find their way home over hundreds of miles.</p>"


@pytest.mark.parametrize(
    "html",
    [
        f'{TEXT}<div><a href="i.html">Read more</a></div>',
        f'{TEXT}<p><a href="i.html">Click here!</a></p><h2>Doves</h2>',
    ],
)
def test_fails_stock_words_that_nothing_explains(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(link_purpose, html)] == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="i.html">Installation guide</a>',
        '<a href="i.html" aria-label="Read more about pigeons">Read more</a>',
        '<a href="i.html">open()</a>',
    ],
)
def test_passes_links_that_name_their_target(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(link_purpose, html)] == ["passed"]


@pytest.mark.parametrize(
    ("html", "context"),
    [
        ('<div><a href="i.html">More</a></div>', ""),
        (f'{TEXT}<h2>Pigeons</h2><div><a href="i.html">More</a></div>', ""),
        (f'{TEXT}<div><a href="i.html" title="More about pigeons">More</a></div>', ""),
        (f'{TEXT}<div><a href="i.html">Download</a></div>', ""),
        ('<p>The guide is <a href="i.html">here</a>.</p>', "The guide is here."),
        ('<table><tr><th>Pigeons<td><a href="i.html">Details</a></table>', "Pigeons"),
        ('<p><a href="i.html">Click here!</a></p>', ""),
    ],
)
def test_asks_about_stock_words(judge: Judge, html: str, context: str) -> None:
    (outcome,) = judge(link_purpose, html)
    assert outcome.outcome == "cantTell"
    assert (context in outcome.data["context"]) if context else outcome.data["context"] == ""


@pytest.mark.parametrize(
    "html", ["<p>Text</p>", '<p>Text</p><a href="x" hidden>More</a>', '<p>Text</p><a href="x"></a>']
)
def test_is_inapplicable_without_named_links(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(link_purpose, html)] == ["inapplicable"]
