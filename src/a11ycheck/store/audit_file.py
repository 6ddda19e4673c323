"""Opens the audit file: WAL, `BEGIN IMMEDIATE`, busy timeout, migrations, clear errors."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from a11ycheck.errors import StoreError
from a11ycheck.model import Json
from a11ycheck.store.schema import migrations

BUSY_SECONDS = 30.0


def open_audit_file(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """Open an audit file, bringing its tables up to date.

    Raises `StoreError` when it is missing (with `create=False`), not ours, from a newer version, or not writable.
    """
    if not create and not path.is_file():
        raise StoreError(
            f"{path}: no audit file here", "Run `a11ycheck scan` first, or name another file with --audit-file."
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        database = Database(connection)
        _refuse_foreign(database, path)
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        if migrations.pending(database):
            with transaction(connection):
                migrations.apply(database)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{path}: the audit file cannot be opened: {error}",
            "Check the path and its permissions, or name another file.",
        ) from error
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. SQLite does not wait by itself while another process is just doing the same."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _refuse_foreign(database: Database, path: Path) -> None:
    tables = set(database.table_names())
    if tables and "_sqlite_migrations" not in tables:
        raise StoreError(f"{path}: this is not an a11ycheck audit file", "Name another file with --audit-file.")
    known = {migration.name for migration in migrations.pending(Database(memory=True))}
    if newer := {migration.name for migration in migrations.applied(database)} - known:
        raise StoreError(
            f"{path}: written by a newer a11ycheck (it knows {', '.join(sorted(newer))})",
            "Update a11ycheck to read it.",
        )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that two writers wait instead of failing half-way.

    Raises `StoreError` when another writer holds the file too long, or it cannot be written, as on a full disk.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"the audit file is busy: {error}",
            f"Another run has been writing for over {BUSY_SECONDS:.0f} s; wait for it to end.",
        ) from error
    try:
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError):
            raise StoreError(
                f"the audit file cannot be written: {error}",
                "Check for free disk space and the permissions of the file.",
            ) from error
        raise


class Packed(bytes):
    """What `pack` made, on its way from one file to another."""


def pack(data: Json) -> bytes:
    """JSON, compressed; what is packed already stays as it is."""
    if isinstance(data, Packed):
        return data
    return zlib.compress(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 6
    )


def unpack(body: bytes) -> Json:
    """The reverse of `pack`."""
    return json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
