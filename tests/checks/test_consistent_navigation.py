from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.pages import judged, menu, messages, page, plain

from a11ycheck.checks import consistent_navigation as check
from a11ycheck.checks.site import PageSummary

USUAL = menu("Home", "Products", "Help", "News")
MOVED = menu("Home", "Help", "Products", "News")


def test_passes_menus_in_one_order() -> None:
    pages = [*plain(["/a", "/b", "/c"], USUAL), page("/d", menu("Home", "Products", "News"))]
    assert set(judged(check, [*pages, page("/e", USUAL)]).values()) == {"passed"}


def test_fails_a_landmark_whose_fixtures_stand_in_another_order() -> None:
    pages = [*plain(["/a", "/b", "/c"], USUAL), page("/d", MOVED)]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed", "/c": "passed", "/d": "failed"}
    assert messages(check, pages) == [
        "In this menu “help” stands before “products”; on /a, /b, /c it is the other way round."
    ]


def test_fails_one_of_two_pages_with_exactly_the_same_items() -> None:
    assert judged(check, [page("/a", USUAL), page("/b", MOVED)]) == {"/a": "passed", "/b": "failed"}


@pytest.mark.parametrize(
    "pages",
    [
        [*plain(["/a", "/b", "/c"], USUAL), page("/d", MOVED, in_flow=True)],
        [*plain(["/a", "/b", "/c"], USUAL), page("/d", MOVED, personal=True)],
        [
            *plain(["/a", "/b", "/c"], menu("Home", "Products", "Help", path="unmarked")),
            page("/d", menu("Home", "Help", "Products", path="unmarked")),
        ],
        [page("/a", menu("A", "B", "C")), page("/b", menu("B", "C", "A")), page("/c", menu("C", "A", "B"))],
    ],
    ids=["in a flow", "after a login", "no landmark", "no usual order"],
)
def test_asks_where_something_else_may_explain_the_order(pages: list[PageSummary]) -> None:
    outcomes = judged(check, pages)
    assert "cantTell" in outcomes.values()
    assert "failed" not in outcomes.values()


@pytest.mark.parametrize(
    "pages",
    [
        [page("/a", USUAL)],
        [page("/a", USUAL), page("/b")],
        [page("/a", menu("Home", "Help")), page("/b", menu("Help", "Home"))],
        [page("/a", USUAL), page("/b", menu("News", "Help", "Products", "Home", label="Footer"))],
        [page("/a", menu("A", "Home", "C", "Contents")), page("/b", menu("C", "Home", "E", "Contents"))],
    ],
    ids=["alone", "no menu", "two items", "another menu", "neighbours on two pages"],
)
def test_is_inapplicable_without_a_shared_menu(pages: list[PageSummary]) -> None:
    assert set(judged(check, pages).values()) == {"inapplicable"}


def test_neighbours_in_a_sequence_are_no_fixtures() -> None:
    chapters = [f"Chapter {letter}" for letter in "ABCDEFGH"]
    pages = [
        page(f"/{chapters[at]}", menu(chapters[at - 1], "Home", "Contents", "Index", chapters[at + 1]))
        for at in range(1, len(chapters) - 1)
    ]
    assert set(judged(check, pages).values()) == {"passed"}


def test_an_item_that_stands_twice_and_one_that_leads_elsewhere_are_not_compared() -> None:
    twice = menu("Help", "Home", "Products", "Help", "News")
    elsewhere = menu("News", "Home", "Products", "Help", News="/fr/news.html")
    pages = [*plain([f"/{number}" for number in range(9)], USUAL), page("/a", twice), page("/b", elsewhere)]
    assert set(judged(check, pages).values()) == {"passed"}


@given(st.data())
def test_the_order_of_the_pages_does_not_matter(data: st.DataObject) -> None:
    orders = st.permutations(["Home", "Products", "Help", "News"]).map(lambda names: menu(*names))
    pages = [page(f"/{number}", data.draw(orders)) for number in range(data.draw(st.integers(2, 6)))]
    shuffled = data.draw(st.permutations(pages))
    assert judged(check, sorted(shuffled, key=lambda one: one.address)) == judged(check, pages)
