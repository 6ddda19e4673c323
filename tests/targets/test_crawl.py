"""The crawl's planner: what is visited next, in which order, and what bounds it. No page is loaded."""

from __future__ import annotations

import random
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.model import Visit
from a11ycheck.targets import crawl
from a11ycheck.targets.crawl import Crawl, LinkedPage
from a11ycheck.targets.robots import Robots

BASE = "https://x.example"


class Rules(Robots):
    """A robots.txt that forbids /private and asks for two seconds."""

    def allows(self, url: str) -> bool:
        return "/private" not in url

    def delay(self, url: str) -> float:
        return 2.0


def start(*paths: str) -> list[Visit]:
    return [Visit(order=order, url=BASE + path) for order, path in enumerate(paths or ("/",))]


def page(visit: Visit, *links: str, final: str = "", canonical: str = "") -> LinkedPage:
    return LinkedPage(visit, final or visit.url, links, canonical)


def planned(*links: str, starts: tuple[str, ...] = ("/",), **keys: Any) -> tuple[list[str], dict[str, int]]:
    visits = start(*starts)
    one = Crawl(Config(**keys), visits, Rules())
    found = one.next_visits([page(visits[0], *links)], len(visits))
    return [visit.url.removeprefix(BASE) for visit in found], dict(one.skipped)


def test_the_next_round_follows_the_order_of_pages_and_links_whatever_was_done_first() -> None:
    visits = start("/a", "/b", "/c")
    links = {0: ("/3", "/1"), 1: ("/1", "/2"), 2: ("/0", "/a")}
    plans = set()
    for seed in range(5):
        pages = [page(visit, *links[visit.order]) for visit in visits]
        random.Random(seed).shuffle(pages)
        found = Crawl(Config(), visits, Rules()).next_visits(pages, 3)
        plans.add(tuple((visit.order, visit.url, visit.depth) for visit in found))
    assert plans == {tuple((3 + n, f"{BASE}/{name}", 1) for n, name in enumerate("3120"))}


def test_rounds_go_deeper_and_never_back() -> None:
    (first,) = start()
    one = Crawl(Config(), [first], Rules())
    second = one.next_visits([page(first, "/a")], 1)
    third = one.next_visits([page(second[0], "/", "/a", "/b")], 2)
    assert [(visit.url, visit.depth, visit.order) for visit in third] == [(BASE + "/b", 2, 2)]
    assert one.next_visits([page(third[0], "/", "/a")], 3) == ()


def test_only_pages_of_the_targets_origins_are_followed() -> None:
    links = (
        "https://other.example/",
        "http://x.example/",
        "https://x.example:8443/",
        "mailto:a@x.example",
        "//x.example/y",
        "z",
    )
    assert planned(*links)[0] == ["/y", "/z"]


def test_names_of_one_page_are_one() -> None:
    links = (
        "/a",
        "/a/",
        "/a#part",
        "/a?utm_source=b",
        "https://X.example:443/a",
        "/b?x=1&y=2",
        "/b?y=2&x=1",
        "/a#/route",
    )
    assert planned(*links)[0] == ["/a", "/b?x=1&y=2"]
    assert planned("/a", "/a#/one", "/a#/two", crawl={"hash_routes": True})[0] == ["/a", "/a#/one", "/a#/two"]
    assert planned("/a?x=1", "/a?x=2", crawl={"queries": "ignore"})[0] == ["/a"]


def test_a_page_is_known_by_where_it_led_and_by_its_own_name_for_itself() -> None:
    first, second = start("/old", "/print?page=a")
    one = Crawl(Config(), [first, second], Rules())
    pages = [page(first, "/new", "/a", final=BASE + "/new"), page(second, "/c", canonical=BASE + "/a")]
    assert [visit.url for visit in one.next_visits(pages, 2)] == [BASE + "/c"]


def test_pages_that_a_redirect_led_to_an_earlier_one_are_duplicates() -> None:
    first, second = start("/a", "/b")
    deeper = [Visit(order=2, url=BASE + "/c", depth=1), Visit(order=3, url=BASE + "/d", depth=1)]
    one = Crawl(Config(), [first, second], Rules())
    assert one.duplicates([page(first), page(second, final=BASE + "/a")]) == frozenset()
    assert one.duplicates([page(deeper[1]), page(deeper[0], final=BASE + "/d")]) == {3}
    assert one.duplicates([page(Visit(order=4, url=BASE + "/e", depth=2), final=BASE + "/a/")]) == {4}


@pytest.mark.parametrize(
    ("links", "keys", "kept", "reason"),
    [
        (("/private/x", "/a"), {}, ["/a"], crawl.FORBIDDEN),
        (("/private/x",), {"ignore_robots": True}, ["/private/x"], ""),
        (("/logout", "/a"), {}, ["/a"], crawl.ACTION),
        (("/a/b/a/b/a/b/", "/a"), {}, ["/a"], crawl.TRAP),
        (("/guide/a", "/api/b"), {"include_urls": ("*/guide/*",)}, ["/guide/a"], crawl.FILTERED),
        (("/guide/a", "/api/b"), {"exclude_urls": ("*/api/*",)}, ["/guide/a"], crawl.FILTERED),
        (("/a", "/b", "/c"), {"max_pages": 3}, ["/a", "/b"], crawl.BEYOND),
    ],
)
def test_what_is_not_visited_is_counted(
    links: tuple[str, ...], keys: dict[str, Any], kept: list[str], reason: str
) -> None:
    assert planned(*links, **keys) == (kept, {reason: 1} if reason else {})


def test_a_calendar_and_endless_pages_are_bounded_over_all_rounds() -> None:
    (first,) = start("/cal/2026/1")
    one = Crawl(Config(crawl={"per_shape": 4}), [first], Rules())  # type: ignore[arg-type]
    latest: tuple[Visit, ...] = (first,)
    visited = 1
    for _ in range(10):
        pages = [page(visit, f"/cal/2026/{visit.order + 2}", f"/list?page={visit.order}", "/about") for visit in latest]
        latest = one.next_visits(pages, visited)
        visited += len(latest)
    assert visited == 4 + 4 + 1
    assert set(one.skipped) == {crawl.SAME_SHAPE}


def test_a_crawl_is_capped_without_max_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawl, "MOST_PAGES", 3)
    assert planned("/a", "/b", "/c", "/d") == (["/a", "/b"], {crawl.BEYOND: 2})


def test_the_slower_of_rate_and_robots_sets_the_pace() -> None:
    visits = start()
    assert Crawl(Config(), visits, Rules()).delay == 2.0
    assert Crawl(Config(crawl={"rate": 0.2}), visits, Rules()).delay == 5.0  # type: ignore[arg-type]
    assert Crawl(Config(ignore_robots=True), visits, Rules()).delay == 0.0
