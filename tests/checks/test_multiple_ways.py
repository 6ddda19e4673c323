from __future__ import annotations

import pytest
from tests.checks.pages import judged, page

from a11ycheck.checks import multiple_ways as check
from a11ycheck.model import Json


@pytest.mark.parametrize("way", [{"searched": True}, {"overviews": ["/map.html"]}, {"leads_to": (1, 2, 3)}])
def test_passes_a_site_with_a_second_way(way: dict[str, Json]) -> None:
    pages = [page("/index.html", number=1, **way), page("/b", number=2), page("/c", number=3)]
    assert judged(check, pages) == {"/index.html": "passed", "/b": "passed", "/c": "passed"}


def test_asks_on_each_page_when_there_are_only_links() -> None:
    pages = [page("/index.html", number=1, leads_to=(2,)), page("/b", number=2, leads_to=(3,)), page("/c", number=3)]
    assert judged(check, pages) == {"/index.html": "cantTell", "/b": "cantTell", "/c": "cantTell"}


def test_is_untested_without_the_start_page() -> None:
    pages = [page("/docs/b", number=1, leads_to=(2,)), page("/docs/c", number=2), page("/docs/d/index.html", number=3)]
    assert set(judged(check, pages).values()) == {"untested"}


def test_is_inapplicable_to_steps_of_a_process() -> None:
    pages = [page("/index.html", number=1, leads_to=(2,)), page("/b", number=2, in_flow=True), page("/c", number=3)]
    assert judged(check, pages)["/b"] == "inapplicable"
