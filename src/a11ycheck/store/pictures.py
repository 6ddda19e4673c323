"""Pictures of groups in the audit file: kept by their SHA-256, so that equal ones are kept once."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from a11ycheck.model import Picture, Target
from a11ycheck.store.audit_file import transaction

SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True)
class PictureFile:
    """A stored picture. `kind`: its media type."""

    sha256: str
    kind: str

    @property
    def name(self) -> str:
        """The file's name in a report."""
        return f"{self.sha256[:20]}.{SUFFIXES[self.kind]}"


@dataclass(frozen=True)
class GroupPicture:
    """How a group's example looks on a target. `down`: where on the page it begins, from 0 (top) to 1 (end)."""

    target_id: int
    element: PictureFile
    place: PictureFile
    down: float


def save_pictures(connection: sqlite3.Connection, run_id: int, target: Target, pictures: Iterable[Picture]) -> None:
    """Keep pictures of groups that the run has, as they look on one of its targets."""
    with transaction(connection):
        for picture in pictures:
            names = [_keep(connection, body) for body in (picture.element, picture.place)]
            connection.execute(
                "INSERT OR REPLACE INTO picture (group_id, target_id, element, place, down)"
                " SELECT g.id, t.id, ?, ?, ? FROM finding_group g JOIN target t ON t.run_id = g.run_id"
                " WHERE g.run_id = ? AND g.key = ? AND t.url = ? AND t.state = ? AND t.variant = ? ORDER BY t.id LIMIT 1",
                (*names, picture.down, run_id, picture.group, target.url, target.state, target.variant.name),
            )


def pictures_of(connection: sqlite3.Connection, run_id: int) -> dict[str, GroupPicture]:
    """The pictures of a run by group key."""
    rows = connection.execute(
        "SELECT g.key, p.*, e.kind AS element_kind, w.kind AS place_kind FROM picture p"
        " JOIN finding_group g ON g.id = p.group_id JOIN picture_file e ON e.sha256 = p.element"
        " JOIN picture_file w ON w.sha256 = p.place WHERE g.run_id = ?",
        (run_id,),
    )
    return {
        row["key"]: GroupPicture(
            row["target_id"],
            PictureFile(row["element"], row["element_kind"]),
            PictureFile(row["place"], row["place_kind"]),
            row["down"],
        )
        for row in rows
    }


def picture_body(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The bytes of a stored picture. Raises `KeyError` when there is none."""
    row = connection.execute("SELECT body FROM picture_file WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise KeyError(sha256)
    return bytes(row["body"])


def _keep(connection: sqlite3.Connection, body: bytes) -> str:
    digest = hashlib.sha256(body).hexdigest()
    kind = "image/png" if body.startswith(b"\x89PNG") else "image/jpeg"
    connection.execute("INSERT OR IGNORE INTO picture_file (sha256, kind, body) VALUES (?, ?, ?)", (digest, kind, body))
    return digest
