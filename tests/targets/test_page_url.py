"""URLs of pages in one form, compared and refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from a11ycheck.targets.page_url import WrongUrlError, page_identity, page_url

HOSTS = st.sampled_from(["example.com", "EXAMPLE.com", "bücher.example", "127.0.0.1:8000", "[::1]:80", "a.b:443"])
WILD = st.builds(
    "{}://{}/{}{}{}".format,
    st.sampled_from(["http", "https", "HTTP"]),
    HOSTS,
    st.one_of(st.text(max_size=20), st.sampled_from(["a/", "a//", "%41", "%2F", "a%20b", "a b", "é", "..", "%zz"])),
    st.one_of(st.just(""), st.text(max_size=15).map("?{}".format), st.sampled_from(["?b=2&a=1", "?a=", "?a&a=1"])),
    st.one_of(st.just(""), st.text(max_size=10).map("#{}".format), st.sampled_from(["#/x", "#!/x", "#x"])),
)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (" https://Example.com ", "https://example.com/"),
        ("HTTP://example.com:80/a#part", "http://example.com/a"),
        ("https://example.com:8443/a?", "https://example.com:8443/a"),
        ("https://example.com/ä b", "https://example.com/%C3%A4%20b"),
        ("https://example.com/app#/inbox", "https://example.com/app#/inbox"),
        ("https://example.com/app#!/inbox", "https://example.com/app#!/inbox"),
        ("https://example.com/?utm_source=x&b=1&a=2", "https://example.com/?utm_source=x&b=1&a=2"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_one_form_of_a_url(text: str, url: str) -> None:
    assert page_url(text) == url


@pytest.mark.parametrize(
    "text",
    ["", "example.com", "ftp://example.com/", "https:///x", "https://u:p@example.com/", "https://x:y/", "http://["],
)
def test_what_is_no_page_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(WrongUrlError) as caught:
        page_url(text)
    assert "u:p" not in str(caught.value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.com/a", "https://example.com/a/", True),
        ("https://example.com", "https://example.com/", True),
        ("https://example.com/a?x=1&y=2", "https://example.com/a/?y=2&x=1", True),
        ("https://example.com/%7Ejo", "https://example.com/~jo", True),
        ("https://example.com/a#part", "https://example.com/a", True),
        ("https://example.com/a#/x", "https://example.com/a#/y", False),
        ("https://example.com/a", "https://example.com/A", False),
        ("https://example.com/a", "http://example.com/a", False),
        ("https://example.com/a?x=1", "https://example.com/a?x=2", False),
        ("https://example.com/a?x=", "https://example.com/a", False),
        ("https://example.com/a%2Fb", "https://example.com/a/b", False),
    ],
)
def test_which_urls_are_one_page(one: str, other: str, same: bool) -> None:
    assert (page_identity(page_url(one)) == page_identity(page_url(other))) is same


@settings(deadline=None)
@given(WILD)
@example("http://example.com/%25")
@example("http://example.com/?a=%26&b=1")
def test_the_one_form_and_the_identity_are_stable(text: str) -> None:
    try:
        url = page_url(text)
    except WrongUrlError:
        return
    assert page_url(url) == url
    assert url.isascii()
    assert url.isprintable()
    assert page_identity(page_identity(url)) == page_identity(url)
    assert page_identity(page_url(url)) == page_identity(url)
