"""Whatever starts with a scheme is taken for a URL, and a wrong one is refused without repeating a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import UsageError
from a11ycheck.targets import urls


def serve(root: Path) -> str:
    raise AssertionError("a URL serves no folder")


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("https://example.com/", True),
        ("  HTTP://example.com", True),
        ("file:///srv/docs", True),
        ("ftp://example.com/", True),
        ("https:jo:secret@example.com", True),
        ("mailto:jo", True),
        ("javascript:alert(1)", True),
        ("example.com:8080", False),
        ("C:\\docs\\index.html", False),
        ("docs/http://x", False),
        ("docs: all @ once", False),
        ("1https://example.com/", False),
        ("", False),
    ],
)
def test_what_counts_as_a_url(given: str, taken: bool) -> None:
    assert urls.accepts(given) is taken


def test_the_page_comes_in_its_one_form() -> None:
    found = urls.find(" HTTPS://Example.com:443/a b#part ", Config(), serve)  # type: ignore[arg-type]
    assert found.urls == ("https://example.com/a%20b",)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("file:///srv/docs", "without file://"),
        ("FILE:///srv/docs", "without file://"),
        ("ftp://example.com/", "Write http:// or https:// and a host"),
        ("https:///path", "Write http:// or https:// and a host"),
    ],
)
def test_what_is_no_page_is_named_with_where_it_stood(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        urls.checked(text, "list.txt:3")
    assert caught.value.message.startswith("list.txt:3: ")
    assert repr(text) in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize("text", ["https://jo:hunter2@example.com/", "https://hunter2@example.com/"])
def test_a_password_is_not_repeated(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        urls.checked(text, "the target")
    assert "hunter2" not in caught.value.message + caught.value.hint
    assert "--storage-state" in caught.value.hint
    assert caught.value.__suppress_context__
