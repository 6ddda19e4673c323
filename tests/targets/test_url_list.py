"""Lists of URLs in text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.targets import url_list
from a11ycheck.targets.base import Found


def find(path: Path, body: bytes) -> Found:
    def serve(root: Path) -> None:
        raise AssertionError("a list serves no folder")

    path.write_bytes(body)
    assert url_list.accepts(str(path))
    return url_list.find(str(path), Config(), serve)  # type: ignore[arg-type]


def test_comments_and_blank_lines_are_left_out_and_fragments_are_not_comments(tmp_path: Path) -> None:
    body = "\ufeff# pages\r\n\r\nhttps://example.com/a\r\n  https://example.com/b  # why\n\thttps://example.com/#/route\n#x"
    found = find(tmp_path / "urls.txt", body.encode())
    assert found.urls == ("https://example.com/a", "https://example.com/b", "https://example.com/#/route")


@pytest.mark.parametrize("line", ["example.com/x", "ftp://example.com/", "https://", "docs/index.html"])
def test_a_bad_line_is_named_with_file_and_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError, match=r"urls\.txt:3"):
        find(tmp_path / "urls.txt", f"# x\nhttps://example.com/\n{line}\n".encode())


def test_a_password_in_a_line_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"urls\.txt:1") as caught:
        find(tmp_path / "urls.txt", b"https://jo:hunter2@example.com/")
    assert "hunter2" not in caught.value.message


def test_a_list_without_a_url_is_nothing_to_audit(tmp_path: Path) -> None:
    with pytest.raises(NothingToAuditError, match=r"urls\.txt"):
        find(tmp_path / "urls.txt", b"# nothing yet\n\n")


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        find(tmp_path / "urls.txt", b"\xff\xfe\x00")
    monkeypatch.setattr(url_list, "MAX_BYTES", 10)
    with pytest.raises(UsageError, match="larger than"):
        find(tmp_path / "urls.txt", b"https://example.com/")
