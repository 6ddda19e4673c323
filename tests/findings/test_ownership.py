from __future__ import annotations

from a11ycheck.application import Ownership
from a11ycheck.findings.ownership import owner_of
from a11ycheck.model import Identity, Location

POSTS = Ownership(owner="user-content", name="Posts", selectors=("#feed",))
PLAYER = Ownership(owner="third-party", name="Player", selectors=("video", "#feed video"))


def test_what_the_browser_told_comes_first() -> None:
    told = Location(selector="#feed > p", identity=Identity(owner="third-party", owner_name="Embed"))
    assert owner_of(told, (POSTS,)) == ("third-party", "Embed")


def test_a_part_that_the_browser_was_not_told_of_is_found_by_what_is_stored() -> None:
    inside = Location(selector="#feed > p > a", html="<a href='x'>More</a>")
    assert owner_of(inside, (PLAYER, POSTS)) == ("user-content", "Posts")
    assert owner_of(Location(selector="main > video", html="<video></video>"), (PLAYER, POSTS)) == (
        "third-party",
        "Player",
    )


def test_the_rest_is_the_products() -> None:
    assert owner_of(Location(selector="main > a", html="<a>x</a>"), (PLAYER, POSTS)) == ("product", "")


def test_a_selector_that_only_the_live_page_can_decide_claims_nothing_afterwards() -> None:
    live = Ownership(owner="third-party", selectors=("a:not(.ours)",))
    assert owner_of(Location(selector="main > a", html="<a>x</a>"), (live,)) == ("product", "")
