from __future__ import annotations

from tests.checks.pages import judged, messages, page

from a11ycheck.checks import equal_titles as check


def test_passes_different_titles() -> None:
    pages = [page("/a", title="Install C"), page("/b", title="Install C++")]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed"}


def test_asks_where_different_pages_have_one_title() -> None:
    pages = [page("/a", title="Guide"), page("/b", title="guide "), page("/c", title="Other")]
    assert judged(check, pages) == {"/a": "cantTell", "/b": "cantTell", "/c": "passed"}
    assert messages(check, pages)[0] == "“Guide” is also the title of /b."


def test_one_page_under_two_addresses_passes() -> None:
    pages = [page("/a", title="Guide", text="1"), page("/b", title="Guide", text="1")]
    assert judged(check, pages) == {"/a": "passed", "/b": "passed"}


def test_is_inapplicable_without_a_title() -> None:
    assert judged(check, [page("/a", title=" "), page("/b", title=" ")]) == {"/a": "inapplicable", "/b": "inapplicable"}
