"""Names of pages that stay the same though a served folder's port changes."""

from __future__ import annotations

import pytest

from a11ycheck.targets.source import Source, display, printable

SERVED = Source(
    kind="directory", given="docs", root="/x/docs", base_url="http://127.0.0.1:4001/", label="docs",
    earlier=("http://127.0.0.1:4000/",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://127.0.0.1:4001/", "docs/index.html"),
        ("http://127.0.0.1:4000/guide/", "docs/guide/index.html"),
        ("http://127.0.0.1:4001/a%20b/%C3%A9.html?x=%20#/r", "docs/a b/é.html?x=%20#/r"),
        ("http://127.0.0.1:4001/%1b%5b31m.html", "docs/%1b%5b31m.html"),
        ("http://127.0.0.1:4001/%ff.html", "docs/%ff.html"),
        ("http://127.0.0.1:4001//evil.example/x", "docs//evil.example/x"),
        ("http://127.0.0.1:40011/", "http://127.0.0.1:40011/"),
        ("https://example.com/", "https://example.com/"),
    ],
)
def test_display_names_the_file(url: str, shown: str) -> None:
    assert display(url, [Source(kind="url", given="https://example.com/"), SERVED]) == shown


def test_printable_escapes_what_could_command_a_terminal() -> None:
    assert printable("é \x1b[31m\n\u202e\udc80") == "é \\x1b[31m\\n\\u202e\\udc80"
