"""Shapes of addresses: what is alike, endless, noisy, or an action."""

from __future__ import annotations

import pytest

from a11ycheck.targets.url_shape import acts, is_trap, shapes, without_noise

HOST = "https://x.example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/users/17", "/users/18"),
        ("/calendar/2026/11", "/calendar/2027/1"),
        ("/day/2026-11-24", "/day/2026-1-2"),
        ("/o/6f9619ff-8b86-d011-b42d-00c04fc964ff", "/o/00000000-8b86-d011-b42d-00c04fc964aa"),
        ("/c/9fceb02d0ae598e95dc970b74767f19372d61af8", "/c/1fceb02d0ae598e95dc970b74767f19372d61af8"),
        ("/list?page=1", "/list?page=2"),
        ("/list?sort=a&page=1", "/list?page=2&sort=b"),
        ("/app#/users/1", "/app#/users/2"),
    ],
)
def test_addresses_that_differ_in_ids_dates_and_values_have_a_shape_in_common(one: str, other: str) -> None:
    assert set(shapes(HOST + one)) & set(shapes(HOST + other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/release-8-1.html", "/release-8-2.html"),
        ("/docs/16/install.html", "/docs/16/upgrade.html"),
        ("/about", "/contact"),
        ("/users/1/edit", "/users/1/mail"),
        ("/list?page=1", "/list?letter=a"),
        ("/facade", "/decade"),
    ],
)
def test_other_pages_have_none(one: str, other: str) -> None:
    assert not set(shapes(HOST + one)) & set(shapes(HOST + other))


@pytest.mark.parametrize(
    ("path", "trap"),
    [
        ("/a/b/a/b/a/b", True),
        ("/" + "a/" * 3, True),
        ("/" + "/".join(map(str, range(16))), True),
        ("/?q=" + "x" * 1000, True),
        ("/a/b/a/c", False),
        ("/", False),
    ],
)
def test_endless_addresses_are_traps(path: str, trap: bool) -> None:
    assert is_trap(HOST + path) is trap


@pytest.mark.parametrize(
    ("path", "action"),
    [
        ("/logout", True),
        ("/users/sign_out", True),
        ("/accounts/log-off/", True),
        ("/admin/app/thing/3/delete/", True),
        ("/index.php?action=logout", True),
        ("/logout.php", True),
        ("/?delete=3", True),
        ("/app#/logout", True),
        ("/docs/delete-a-channel.html", False),
        ("/blog/how-to-logout", False),
        ("/login", False),
    ],
)
def test_addresses_that_act_are_told_by_their_words(path: str, action: bool) -> None:
    assert acts(HOST + path) is action


def test_session_ids_and_campaign_marks_are_noise() -> None:
    url = HOST + "/a;jsessionid=1A?utm_source=x&b=2&PHPSESSID=3&a=1"
    assert without_noise(url, queries=True, routes=False) == HOST + "/a?b=2&a=1"
    assert without_noise(HOST + "/a?b=%20x", queries=True, routes=False) == HOST + "/a?b=%20x"
    assert without_noise(HOST + "/a?b=2", queries=False, routes=False) == HOST + "/a"
    assert without_noise(HOST + "/a#/x", queries=True, routes=False) == HOST + "/a"
    assert without_noise(HOST + "/a#/x", queries=True, routes=True) == HOST + "/a#/x"
