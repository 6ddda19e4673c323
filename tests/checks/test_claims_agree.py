from __future__ import annotations

from tests.checks.pages import judged, messages, page, place

from a11ycheck.checks import claims_agree as check
from a11ycheck.checks.site import PageSummary


def saying(address: str, *texts: str) -> PageSummary:
    return page(address, claims=tuple({"text": text, "links": [], "place": place()} for text in texts))


COMPLIANT = "Parley is 508 compliant."
TOWARDS = "We are working towards Section 508 compliance."


def test_passes_statements_that_agree() -> None:
    pages = [saying("/a", COMPLIANT), saying("/b", "The product complies with Section 508.")]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed"}


def test_asks_where_pages_contradict_each_other() -> None:
    pages = [saying("/a", COMPLIANT), saying("/b", TOWARDS), saying("/c", "It meets WCAG 2.1 AA.")]
    assert judged(check, pages) == {"/a": "cantTell", "/b": "cantTell", "/c": "passed"}
    assert messages(check, pages)[0] == (
        "“Parley is 508 compliant.” Yet /b says: “We are working towards Section 508 compliance.” Which of them is true?"
    )


def test_asks_where_versions_or_levels_differ() -> None:
    pages = [saying("/a", "It meets WCAG 2.0 A."), saying("/b", "It meets WCAG 2.1 AA.")]
    assert judged(check, pages) == {"/a": "cantTell", "/b": "cantTell"}
    assert judged(check, [pages[0], saying("/c", "It meets WCAG.")]) == {"/a": "passed", "/c": "passed"}


def test_one_page_that_contradicts_itself_is_not_compared_across_pages() -> None:
    assert judged(check, [saying("/a", COMPLIANT, TOWARDS), saying("/b")]) == {"/a": "passed", "/b": "inapplicable"}


def test_is_inapplicable_without_a_statement() -> None:
    pages = [saying("/a"), saying("/b", "Pages should meet WCAG 2.1 AA.")]
    assert judged(check, pages) == {"/a": "inapplicable", "/b": "inapplicable"}


def test_one_page_in_thousands_is_found_and_told_of() -> None:
    pages = [saying(f"/{number}", COMPLIANT) for number in range(3000)] + [saying("/b", COMPLIANT, TOWARDS)]
    assert set(judged(check, pages).values()) == {"cantTell"}
    assert messages(check, pages)[0].startswith("“Parley is 508 compliant.” Yet /b says:")
