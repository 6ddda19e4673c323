"""A rendered page as words: which words an element holds, and which elements have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_page import RenderedPage

BODY = """<header><a href="/">Home page</a></header>
<main id="m:1"><h1>The Guide</h1>
<p>One <b>two</b> <a href="https://example.org/x">three</a></p>
<script>var hidden = 1;</script><!-- a note -->
<p><img src="pics/logo.png" alt="Our sign"><img src="pics/arrow.png" alt="arrow.png"></p>
<dl class="py function"><dt class="sig" id="lib.go">go</dt><dt class="sig">go(x)</dt><dd><p>Goes on</p></dd></dl>
</main>"""


@pytest.fixture
def rendered(tmp_path: Path) -> RenderedPage:
    return page(tmp_path, BODY)


def page(folder: Path, body: str) -> RenderedPage:
    file = folder / "page.html"
    file.write_text(f"<!DOCTYPE html><html><head><title>No</title></head><body>{body}</body></html>", encoding="utf-8")
    return RenderedPage(file)


def words(rendered: RenderedPage, selector: str) -> list[str] | None:
    element = rendered.element(selector)
    assert element is not None, selector
    span = rendered.span(element)
    return rendered.words[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("selector", "held"),
    [
        ("#m\\:1 > h1", ["the", "guide"]),
        ("#m\\:1 > p:nth-of-type(1)", ["one", "two", "three", "https://example.org/x"]),
        ("#m\\:1 > p:nth-of-type(1) > b", ["two"]),
        ("#m\\:1 > p:nth-of-type(2)", ["logo.png", "our", "sign", "arrow.png"]),
        ("#m\\:1 > script", None),
        ("html > body > header > a", None),
    ],
)
def test_an_element_holds_the_words_of_the_content_in_it(
    rendered: RenderedPage, selector: str, held: list[str] | None
) -> None:
    assert words(rendered, selector) == held


@pytest.mark.parametrize(
    "selector",
    [
        "",
        "#gone",
        "#m\\:1 > p",
        "#m\\:1 > p:nth-of-type(9)",
        "#m\\:1 > h2 > b",
        "main:has(h1)",
        "#host >>> button",
        "a[href='/']",
    ],
)
def test_a_selector_that_is_not_clear_or_not_in_the_file_names_nothing(rendered: RenderedPage, selector: str) -> None:
    assert rendered.element(selector) is None


def test_what_a_script_made_outside_the_content_is_told_from_what_it_made_inside(rendered: RenderedPage) -> None:
    assert rendered.is_beside_content("html > body > header > button > span")
    assert not rendered.is_beside_content("#m\\:1 > p:nth-of-type(1) > i")
    assert not rendered.is_beside_content("html > body > div")
    assert not rendered.is_beside_content("#gone > div")


def test_the_block_around_an_element_has_words(rendered: RenderedPage) -> None:
    bold, link = rendered.element("#m\\:1 > p:nth-of-type(1) > b"), rendered.element("html > body > header > a")
    assert bold is not None
    assert link is not None
    assert rendered.block(bold) is bold.parent
    assert rendered.block(link) is None


def test_an_api_description_names_its_object(rendered: RenderedPage) -> None:
    heads = rendered.soup.find_all("dt")
    body = rendered.soup.select_one("dd p")
    title = rendered.element("#m\\:1 > h1")
    assert body is not None
    assert title is not None
    assert [rendered.signature(head) for head in heads] == [("lib.go", 0), ("lib.go", 1)]
    assert rendered.signature(title) == ("", 0)
    assert rendered.documented(title) == ("", None)
    name, inside = rendered.documented(body)
    assert (name, inside and inside.name) == ("lib.go", "dd")


@pytest.mark.parametrize("body", ["", "<p>No content is marked", "<<<>", "\x00"])
def test_a_page_without_marked_content_has_no_words(tmp_path: Path, body: str) -> None:
    rendered = page(tmp_path, body)
    assert (rendered.words, rendered.content) == ([], None)
    assert not rendered.is_beside_content("html > body > p > b")


def test_the_main_content_is_chosen_before_an_article(tmp_path: Path) -> None:
    assert page(tmp_path, "<article>aside</article><div role=main>first</div>").words == ["first"]
