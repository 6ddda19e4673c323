"""Long lists become files of bounded length that lead to each other, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ycheck.reporters import paging
from a11ycheck.reporters.paging import Pager, paged, part_file, parts


@pytest.mark.parametrize(
    ("items", "most", "cut"),
    [([], 2, [[]]), ([1], 2, [[1]]), ([1, 2], 2, [[1, 2]]), ([1, 2, 3], 2, [[1, 2], [3]]), ([1, 2], 1, [[1], [2]])],
)
def test_no_part_is_longer_than_asked_and_there_is_at_least_one(
    items: list[int], most: int, cut: list[list[int]]
) -> None:
    assert list(parts(items, most)) == cut


def test_heavy_items_are_spread_and_one_that_is_too_heavy_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PART_WEIGHT", 10)
    assert list(parts([4, 6, 1, 99, 5, 5], 100, lambda item: item)) == [[4, 6], [1], [99], [5, 5]]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 200_000), max_size=12), st.integers(1, 5))
def test_every_item_is_in_one_part_in_its_order(items: list[int], most: int) -> None:
    cut = list(parts(items, most, lambda item: item))
    assert [item for part in cut for item in part] == items
    assert all(part for part in cut[1:])
    assert all(len(part) <= most for part in cut)
    assert all(sum(part) <= paging.PART_WEIGHT for part in cut if len(part) > 1)


def test_the_first_file_bears_the_name_and_the_others_a_number() -> None:
    assert [part_file("pages", number) for number in (1, 2, 10)] == ["pages.html", "pages-2.html", "pages-10.html"]


def test_each_part_leads_to_its_neighbours() -> None:
    pagers = [pager for pager, _ in paged("pages", ["a", "b", "c"])]
    assert [(one.previous, one.file, one.next) for one in pagers] == [
        ("", "pages.html", "pages-2.html"),
        ("pages.html", "pages-2.html", "pages-3.html"),
        ("pages-2.html", "pages-3.html", ""),
    ]


def test_a_single_part_leads_nowhere() -> None:
    assert list(paged("pages", ["a"])) == [(Pager("pages", 1, last=True), "a")]


def test_parts_are_made_one_ahead_and_not_all_at_once() -> None:
    made: list[int] = []

    def chunks() -> Iterator[int]:
        for number in range(5):
            made.append(number)
            yield number

    next(paged("pages", chunks()))
    assert made == [0, 1]
