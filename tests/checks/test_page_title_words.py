from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import page_title_words

TEXT = "<h1>Growing clementines</h1><p>Clementines are ready to be harvested from early November through the end of January.</p>"


def page(title: str, body: str = TEXT) -> str:
    return f'<!DOCTYPE html><html lang="en"><title>{title}</title><body>{body}'


@pytest.mark.parametrize(
    "title",
    ["Clementine harvesting season", "Fruit – growing", "Growing clementines – Orchard", "Growing citrus fruit"],
)
def test_passes_a_title_about_the_page(judge: Judge, title: str) -> None:
    assert [outcome.outcome for outcome in judge(page_title_words, page(title))] == ["passed"]


@pytest.mark.parametrize("title", ["Untitled Document", "untitled", "New page (2)", "page.html"])
def test_fails_leftovers(judge: Judge, title: str) -> None:
    assert [outcome.outcome for outcome in judge(page_title_words, page(title))] == ["failed"]


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Index", "Index", "passed"),
        ("HTML", "HTML in short", "passed"),
        ("Index", "Growing clementines", "failed"),
        ("Untitled document", "Untitled document", "failed"),
    ],
)
def test_a_stock_word_that_a_heading_has_is_the_subject(judge: Judge, title: str, heading: str, expected: str) -> None:
    body = TEXT.replace("Growing clementines", heading)
    assert [outcome.outcome for outcome in judge(page_title_words, page(title, body))] == [expected]


@pytest.mark.parametrize(
    "title", ["Apple pie", "New page (2) — Growing clementines", "Growing bananas", "Growing bananas – Orchard"]
)
def test_asks_about_a_title_in_doubt(judge: Judge, title: str) -> None:
    assert [outcome.outcome for outcome in judge(page_title_words, page(title))] == ["cantTell"]


@pytest.mark.parametrize(("title", "body"), [("", TEXT), ("Apple pie", "<p>Short</p>")])
def test_is_inapplicable_without_title_or_text(judge: Judge, title: str, body: str) -> None:
    assert [outcome.outcome for outcome in judge(page_title_words, page(title, body))] == ["inapplicable"]


@pytest.mark.parametrize(("role", "outcome"), [("dialog", "inapplicable"), ("group", "cantTell")])
def test_what_is_open_over_the_page_has_no_say_in_its_title(judge: Judge, role: str, outcome: str) -> None:
    body = (
        "<div aria-hidden=true><main><h1>Apple pie</h1></main></div>"
        f"<div role={role} aria-label=Settings><p>The sound of every message that comes in, and of each call, can be off.</p></div>"
    )
    assert [found.outcome for found in judge(page_title_words, page("Apple pie", body))] == [outcome]
