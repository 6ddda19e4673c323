from __future__ import annotations

import pytest

from a11ycheck.reporters.wording import count, criterion_label, of_pages, one_line, shorten, visible, web_link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Überblick 日本語 मराठी عربى\tand\nlines", "Überblick 日本語 मराठी عربى\tand\nlines"),
        ("👩\u200d💻 می\u200cخواهم soft\u00adhyphen", "👩\u200d💻 می\u200cخواهم soft\u00adhyphen"),
        ("\x1b[31m\x07\x9b\x7f\x00", "[U+001B][31m[U+0007][U+009B][U+007F][U+0000]"),
        ("\u202egpj.exe\u2069\u200e\u061c", "[U+202E]gpj.exe[U+2069][U+200E][U+061C]"),
        ("\u2028\u2029\ufeff\U000e0041", "[U+2028][U+2029][U+FEFF][U+E0041]"),
        ("half \ud800", "half [U+D800]"),
        ("a\r\nb\rc", "a\nb[U+000D]c"),
        ("no-break\u00a0space", "no-break\u00a0space"),
    ],
)
def test_visible_spells_out_only_what_hides_or_reorders(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_has_no_breaks_and_says_what_it_leaves_out() -> None:
    assert one_line("  a\n b\t c ") == "a b c"
    assert one_line("x" * 310) == "x" * 300 + "… (10 more characters)"


def test_shorten_keeps_what_fits() -> None:
    assert shorten("abc", 3) == "abc"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//example.test/x",
        "docs/index.html",
        "https://",
        "http://[broken",
        "https://example.test/\u202e",
        "https://example.test/\x00",
        "https://example.test/" + "x" * 5000,
        "",
    ],
)
def test_only_plain_web_addresses_are_links(url: str) -> None:
    assert web_link(url) == ""


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "https://example.test/a?b=%22#/c", "HTTPS://EXAMPLE.test/ü"])
def test_web_addresses_are_links(url: str) -> None:
    assert web_link(url) == url


def test_numbers_agree_with_their_noun() -> None:
    assert (count(1, "page"), count(0, "page"), count(1200, "page")) == ("1 page", "0 pages", "1,200 pages")
    assert (of_pages(1, 1), of_pages(2, 3)) == ("1 of 1 page", "2 of 3 pages")


def test_criterion_has_name_and_level_or_stays_a_number() -> None:
    assert (criterion_label("1.4.3"), criterion_label("9.9.9")) == ("1.4.3 Contrast (Minimum) (AA)", "9.9.9")
