from __future__ import annotations

import pytest
from tests.checks.pages import judged, menu, messages, page, place, plain

from a11ycheck.checks import consistent_identification as check
from a11ycheck.model import Json


def search(name: str, key: str = "q /search") -> Json:
    return {"search": [{"name": name, "key": key, "place": place(name, "textbox")}]}


def icon(name: str, key: str = "img home.svg /index.html") -> Json:
    return {"icons": [{"name": name, "key": key, "place": place(name, "link")}]}


@pytest.mark.parametrize("thing", [search, icon])
def test_passes_things_of_one_name(thing: Json) -> None:
    pages = [page("/a", **thing("Search")), page("/b", **thing("search:"))]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed"}


@pytest.mark.parametrize("thing", [search, icon])
def test_asks_where_a_thing_has_another_name(thing: Json) -> None:
    pages = [page("/a", **thing("Search")), page("/b", **thing("Search")), page("/c", **thing("Find"))]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed", "/c": "cantTell"}
    assert "is named “Find”; on /a, /b it is named “Search”." in messages(check, pages)[0]


def test_asks_about_a_menu_item_named_otherwise() -> None:
    usual, other = menu("Home", "Sign in", **{"Sign in": "/in"}), menu("Home", "Log on", **{"Log on": "/in"})
    pages = [*plain(["/a", "/b", "/c"], usual), page("/d", other)]
    assert judged(check, pages)["/d"] == "cantTell"


@pytest.mark.parametrize(("one", "other"), [("Search", "Search the guide"), ("Inbox (3)", "Inbox (12)")])
def test_consistent_is_not_identical(one: str, other: str) -> None:
    assert set(judged(check, [page("/a", **search(one)), page("/b", **search(other))]).values()) == {"passed"}


def test_neighbours_in_a_sequence_may_change_names() -> None:
    pages = [page(f"/{at}", menu("Previous", "Next", Previous=f"/{at - 1}", Next=f"/{at + 1}")) for at in range(1, 7)]
    assert set(judged(check, pages).values()) == {"inapplicable"}


def test_is_inapplicable_when_nothing_is_repeated() -> None:
    pages = [page("/a", **search("Search")), page("/b", **search("Find", key="q /people"))]
    assert set(judged(check, pages).values()) == {"inapplicable"}
