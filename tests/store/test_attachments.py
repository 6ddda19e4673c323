"""Attached files: told by content, kept by hash, and never named by the tester's file name on any path."""

from __future__ import annotations

import hashlib
import sqlite3

import pytest

from a11ycheck.errors import UsageError
from a11ycheck.store.attachments import LARGEST, attach, attachments, body_of

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
ABOUT = ("page", "1.1.1", "/a")


def test_a_file_is_found_again_by_its_hash(connection: sqlite3.Connection) -> None:
    digest = attach(connection, ABOUT, "shot.png", PNG, "Ann")
    assert digest == hashlib.sha256(PNG).hexdigest()
    assert body_of(connection, digest) == ("image/png", PNG)
    attach(connection, ABOUT, "again.png", PNG, "Ben")
    assert [(kept.name, kept.tester) for kept in attachments(connection, ABOUT)] == [("shot.png", "Ann")]
    assert body_of(connection, "0" * 64) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\boot.ini", "/", "a/b/../c"])
def test_a_name_is_a_label_without_folders(name: str, connection: sqlite3.Connection) -> None:
    attach(connection, ABOUT, name, PNG, "Ann")
    assert not set("/\\") & set(attachments(connection)[0].name)


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00\x01\x02", b"MZ\x90\x00", b"PK\x03\x04\x00", b"x" * (LARGEST + 1)],
    ids=["empty", "nul", "exe", "zip", "big"],
)
def test_other_kinds_and_sizes_are_refused(body: bytes, connection: sqlite3.Connection) -> None:
    with pytest.raises(UsageError):
        attach(connection, ABOUT, "x.png", body, "Ann")
    assert attachments(connection) == ()


def test_markup_is_kept_as_plain_text_only(connection: sqlite3.Connection) -> None:
    digest = attach(connection, ABOUT, "x.svg", b"<svg onload='alert(1)'/>", "Ann")
    assert body_of(connection, digest) == ("text/plain", b"<svg onload='alert(1)'/>")
