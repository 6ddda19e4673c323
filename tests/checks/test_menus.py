"""Menus that pages share are told apart by place and label, and the usual order of what is fixed in them is found."""

from __future__ import annotations

import random

from a11ycheck.checks.menus import Menu, Order, menus, order
from a11ycheck.checks.site import Block, PageSummary

HOME, DOCS, BLOG, HELP = ("Home", "/"), ("Docs", "/docs"), ("Blog", "/blog"), ("Help", "/help")


def page(number: int, *items: tuple[str, str], path: str = "header/nav", name: str = "Main") -> PageSummary:
    return PageSummary(number, "site", f"/{number}", blocks=(Block(path, name, items, {}),))


def found(*pages: PageSummary) -> list[Menu]:
    return list(menus(pages))


def ordered(*pages: PageSummary) -> Order | None:
    (menu,) = found(*pages)
    return order(menu)


def test_a_menu_is_the_same_with_the_same_place_and_label_however_it_is_written() -> None:
    (menu,) = found(page(1, HOME, name="Main  menu"), page(2, HOME, name="main menu"))
    assert [each.number for each, _, _ in menu.rows] == [1, 2]
    assert found(page(1, HOME), page(2, HOME, path="footer/nav")) == []
    assert found(page(1, HOME), page(2, HOME, name="Other")) == []
    assert found(page(1, HOME)) == []


def test_menus_alike_on_one_page_are_told_apart_by_their_order() -> None:
    twice = [
        PageSummary(number, "site", "/", blocks=(Block("nav", "", (HOME,), {}), Block("nav", "", (DOCS,), {})))
        for number in (1, 2)
    ]
    assert [menu.rows[0][2] for menu in found(*twice)] == [(("home", "/"),), (("docs", "/docs"),)]


def test_items_without_a_name_and_doubles_do_not_count() -> None:
    menu, *_ = found(page(1, HOME, ("", "/logo"), DOCS, DOCS), page(2, HOME, BLOG))
    assert [items for _, _, items in menu.rows] == [(("home", "/"),), (("home", "/"), ("blog", "/blog"))]


def test_what_is_on_four_of_five_pages_is_fixed() -> None:
    pages = [
        page(number, HOME, *([DOCS] if number < 4 else []), (f"Here {number}", f"/{number}")) for number in range(5)
    ]
    (menu,) = found(*pages)
    assert menu.fixtures == {("home", "/"), ("docs", "/docs")}


def test_the_usual_order_and_the_first_two_that_stand_otherwise() -> None:
    pages = [page(number, HOME, DOCS, BLOG, HELP) for number in range(4)]
    result = ordered(*pages, page(9, HOME, BLOG, DOCS, HELP))
    assert result is not None
    assert [each.number for each in result.usual] == [0, 1, 2, 3]
    [(other, _, first, second)] = result.deviating
    assert (other.number, first, second) == (9, ("blog", "/blog"), ("docs", "/docs"))


def test_an_item_more_or_less_is_no_other_order() -> None:
    pages = [page(number, HOME, DOCS, BLOG, HELP) for number in range(8)]
    result = ordered(*pages, page(9, HOME, BLOG, HELP), page(10, HOME, ("New", "/new"), DOCS, BLOG, HELP))
    assert result is not None
    assert result.deviating == ()


def test_few_pages_with_other_items_have_no_order() -> None:
    neighbours = [page(number, *random.Random(number).sample([HOME, DOCS, BLOG, HELP], 3)) for number in range(3)]
    assert len({frozenset(each.blocks[0].items) for each in neighbours}) > 1
    assert ordered(*neighbours) is None
    assert ordered(page(1, HOME, DOCS, BLOG), page(2, HOME, BLOG, DOCS)) is not None


def test_two_items_are_no_menu_with_an_order() -> None:
    assert ordered(*(page(number, HOME, DOCS) for number in range(4)), page(9, DOCS, HOME)) is None
