"""Globs choose pages by URL, path, query or shown name, and an exclusion outranks an inclusion."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ycheck.targets.page_filter import page_filter

URL, SHOWN = "http://127.0.0.1:8000/guide/a.html?lang=en", "build/guide/a.html"


@pytest.mark.parametrize(
    ("glob", "wanted"),
    [
        (URL.replace("?", "[?]"), True),
        ("/guide/a.html", True),
        ("guide/a.html", True),
        ("/guide/a.html[?]lang=en", True),
        ("guide/*lang=??", True),
        ("build/*", True),
        (" guide/* ", True),
        ("*", True),
        ("/guide/[!b].html", True),
        ("guide", False),
        ("/guide/", False),
        ("a.html", False),
        ("/GUIDE/*", False),
        ("/guide/a.htm", False),
        ("/guide/a+html", False),
        ("", False),
    ],
)
def test_a_glob_matches_a_whole_name_of_the_page(glob: str, wanted: bool) -> None:
    assert page_filter((glob,), ())(URL, SHOWN) is wanted
    assert page_filter((), (glob,))(URL, SHOWN) is not wanted


@pytest.mark.parametrize(
    ("include", "exclude", "wanted"),
    [
        ((), (), True),
        (("/x", "guide/*"), (), True),
        (("/x", "/y"), (), False),
        (("guide/*",), ("*/a.html",), False),
        (("guide/*",), ("*/b.html",), True),
        ((), ("/x", "*lang=en"), False),
    ],
)
def test_an_exclusion_outranks_an_inclusion(include: tuple[str, ...], exclude: tuple[str, ...], wanted: bool) -> None:
    assert page_filter(include, exclude)(URL, SHOWN) is wanted


def test_globs_that_are_used_up_once_still_hold() -> None:
    wanted = page_filter(iter(["/a"]), iter(["/b"]))
    assert [wanted(f"http://x{path}", path) for path in ("/a", "/b", "/a")] == [True, False, True]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=8), min_size=1, max_size=3), st.text(max_size=12))
def test_any_glob_can_be_asked_for_and_excluding_is_the_opposite(globs: list[str], path: str) -> None:
    shown = f"docs/{path}"
    assert page_filter(globs, ())("http://x/", shown) is not page_filter((), globs)("http://x/", shown)
