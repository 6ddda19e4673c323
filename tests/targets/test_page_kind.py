from __future__ import annotations

import pytest

from a11ycheck.targets.page_kind import Kind, kind


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "page"),
        ("/a.html", "page"),
        ("/a.php?x=b.pdf", "page"),
        ("/release-8.1", "page"),
        ("/.well-known", "page"),
        ("/Manual.PDF", "document"),
        ("/a.docx#page=2", "document"),
        ("/a.tar.gz", "file"),
        ("/feed.xml", "file"),
    ],
)
def test_the_kind_is_told_by_the_extension(path: str, expected: Kind) -> None:
    assert kind("https://x.example" + path) == expected
