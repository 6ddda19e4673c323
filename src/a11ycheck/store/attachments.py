"""Files that testers attach to verdicts: kept by their SHA-256, so that a name is a label and never a path."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from a11ycheck.errors import UsageError
from a11ycheck.store.audit_file import transaction
from a11ycheck.store.verdicts import Subject

LARGEST = 10 * 1024 * 1024
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"GIF8", "image/gif", "gif"),
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\x1a\x45\xdf\xa3", "video/webm", "webm"),
)
"""What a file begins with, its media type and suffix. Plain text is taken too; SVG and HTML are not: they run scripts."""


@dataclass(frozen=True)
class Attachment:
    """A file on one thing. `kind` is a media type; `name` is what the tester's file was called."""

    subject: Subject
    key: str
    place: str
    sha256: str
    name: str
    kind: str
    tester: str
    stamp: str


def kind_of(body: bytes) -> str:
    """The media type by content, never by name. Raises `UsageError` for other kinds, empty and oversized files."""
    if not body:
        raise UsageError("the file is empty", "Choose another file.")
    if len(body) > LARGEST:
        raise UsageError(f"the file is larger than {LARGEST // 1024 // 1024} MB", "Attach a smaller one.")
    for start, kind, _ in SIGNATURES:
        if body.startswith(start):
            return kind
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" in text:
        raise UsageError(
            "this kind of file is not taken", "Attach a PNG, JPEG, GIF, WebP, PDF, WebM or plain text file."
        )
    return "text/plain"


def attach(
    connection: sqlite3.Connection,
    about: tuple[Subject, str, str],
    name: str,
    body: bytes,
    tester: str,
    stamp: str = "",
) -> str:
    """Keep a file with the verdicts on one thing, and return its SHA-256. Raises `UsageError` as `kind_of` does."""
    kind = kind_of(body)
    digest = hashlib.sha256(body).hexdigest()
    label = name.replace("\\", "/").rsplit("/", 1)[-1].strip()[:120] or "file"
    with transaction(connection):
        connection.execute(
            "INSERT OR IGNORE INTO attachment (sha256, kind, body) VALUES (?, ?, ?)", (digest, kind, body)
        )
        connection.execute(
            "INSERT OR IGNORE INTO attached (subject, key, place, sha256, name, tester, stamp) VALUES (?,?,?,?,?,?,?)",
            (*about, digest, label, tester, stamp or datetime.now(UTC).isoformat(timespec="seconds")),
        )
    return digest


def attachments(
    connection: sqlite3.Connection, about: tuple[Subject, str, str] | None = None
) -> tuple[Attachment, ...]:
    """The files on one thing, or all of them, oldest first."""
    where, args = ("WHERE a.subject = ? AND a.key = ? AND a.place = ?", about) if about else ("", ())
    rows = connection.execute(
        f"SELECT a.*, f.kind FROM attached a JOIN attachment f USING (sha256) {where} ORDER BY a.stamp, a.sha256", args
    )
    return tuple(Attachment(**{name: row[name] for name in Attachment.__dataclass_fields__}) for row in rows)


def body_of(connection: sqlite3.Connection, sha256: str) -> tuple[str, bytes] | None:
    """Media type and bytes of a file, or None when there is none of that hash."""
    row = connection.execute("SELECT kind, body FROM attachment WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else (row["kind"], row["body"])
