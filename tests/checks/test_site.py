"""Which pages belong together, and how checks across pages are run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.pages import menu, page

from a11ycheck.checks import equal_titles
from a11ycheck.checks.site import PageSummary, judge_sites, page_sets
from a11ycheck.model import Effort, Outcome

MENU = menu("Home", "Products", "Help")


def addresses(pages: list[PageSummary]) -> list[list[str]]:
    return [[one.address for one in found] for found in page_sets(pages)]


def test_pages_that_link_or_share_a_menu_belong_together() -> None:
    pages = [page("/a", number=1, leads_to=(2,)), page("/b", MENU, number=2), page("/c", MENU, number=3), page("/d")]
    assert addresses(pages) == [["/a", "/b", "/c"], ["/d"]]


def test_pages_of_different_sites_do_not() -> None:
    pages = [page("/a", MENU, number=1, leads_to=(2,)), page("/b", MENU, number=2, site="app")]
    assert addresses(pages) == [["/b"], ["/a"]]


def test_a_page_alone_is_untested_and_quick_runs_nothing() -> None:
    outcomes = [outcome for _, outcome in judge_sites([page("/a")], Effort.STANDARD)]
    assert {outcome.check for outcome in outcomes} >= {"equal-titles", "consistent-navigation"}
    assert {outcome.outcome for outcome in outcomes} == {Outcome.UNTESTED}
    assert not list(judge_sites([page("/a"), page("/b")], Effort.QUICK))


def test_a_check_that_breaks_is_untested_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(pages: object) -> None:
        raise KeyError("text")

    monkeypatch.setattr(equal_titles, "judge", broken)
    outcomes = [outcome for _, outcome in judge_sites([page("/a", MENU), page("/b", MENU)], Effort.STANDARD)]
    (fault, _) = [outcome for outcome in outcomes if outcome.check == "equal-titles"]
    assert fault.outcome is Outcome.UNTESTED
    assert fault.data == {"fault": True}
    assert Outcome.INAPPLICABLE in {outcome.outcome for outcome in outcomes}


@given(st.data())
def test_the_order_of_the_pages_does_not_matter(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 7))
    names = ["Home", "Products", "Help", "News"]
    pages = [
        page(
            f"/{number}", menu(*data.draw(st.permutations(names))), number=number + 1,
            title=data.draw(st.sampled_from(["One", "Two", ""])), leads_to=(data.draw(st.integers(1, count)),),
            site=data.draw(st.sampled_from(["docs", "app"])), searched=data.draw(st.booleans()),
        )
        for number in range(count)
    ]  # fmt: skip
    shuffled = data.draw(st.permutations(pages))

    def found(given: list[PageSummary]) -> list[tuple[int, str, str, str]]:
        return sorted((one.number, o.check, o.outcome, o.message) for one, o in judge_sites(given, Effort.STANDARD))

    assert found(list(shuffled)) == found(pages)
