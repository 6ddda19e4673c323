"""The cache file: the result of a visit by its key, with what the visit had loaded. A convenience, never a record."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from a11ycheck.model import Json, Picture, TargetResult
from a11ycheck.store.audit_file import Packed, pack

KEPT_DAYS = 30
BUSY_SECONDS = 5.0
_VERSION = 1
_HOST = "a11ycheck-site.invalid"
_SCHEMA = f"""
PRAGMA auto_vacuum = FULL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA user_version = {_VERSION};
CREATE TABLE IF NOT EXISTS entry (
    key TEXT PRIMARY KEY,
    used TEXT NOT NULL,
    loaded TEXT NOT NULL,
    versions TEXT NOT NULL,
    result BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS evidence (
    key TEXT NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
    collector TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (key, collector)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS picture (
    key TEXT NOT NULL REFERENCES entry(key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    facts TEXT NOT NULL,
    element BLOB NOT NULL,
    place BLOB NOT NULL,
    PRIMARY KEY (key, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shared (
    key TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;
PRAGMA foreign_keys = ON;
"""


class Cache:
    """The cache file. Whatever goes wrong with it costs time, never a run: it is then as if it were empty.

    `host`: of the server that shows a folder's pages in this run (`127.0.0.1:PORT`), which results may name.
    """

    def __init__(self, path: Path) -> None:
        self._connection = _open(path)
        self._today = datetime.now(UTC).date()
        self._handed_out: set[str] = set()
        self._kept: set[str] = set()

    def loaded(self, key: str) -> dict[str, str] | None:
        """Digests of what the visit with this key had loaded, by path; None when the key is not known."""
        row = None
        with self._guarded():
            row = self._connection.execute("SELECT loaded FROM entry WHERE key = ?", (key,)).fetchone()
        return json.loads(row["loaded"]) if row else None

    def find(self, key: str, host: str) -> tuple[TargetResult, dict[str, Json]] | None:
        """The result kept under a key and the versions that made it. Its evidence is packed."""
        found: tuple[TargetResult, dict[str, Json]] | None = None
        with self._guarded():
            row = self._connection.execute("SELECT used, versions, result FROM entry WHERE key = ?", (key,)).fetchone()
            if row is not None:
                text = zlib.decompress(row["result"]).replace(_HOST.encode(), host.encode())
                result = TargetResult.model_validate_json(text.decode("utf-8", "surrogatepass"))
                update = {"evidence": self._evidence(key, host), "shared": self._shared(result)}
                found = (
                    result.model_copy(update={**update, "pictures": self._pictures(key)}),
                    json.loads(row["versions"]),
                )
                if row["used"] != str(self._today):
                    self._connection.execute("UPDATE entry SET used = ? WHERE key = ?", (str(self._today), key))
        return found

    def keep(
        self, key: str, result: TargetResult, host: str, loaded: Mapping[str, str], versions: Mapping[str, Json]
    ) -> None:
        """Keep a result, with the evidence it has, in place of what the key had."""
        bare = result.model_copy(update={"evidence": {}, "shared": dict.fromkeys(result.shared), "pictures": ()})
        packed = zlib.compress(bare.model_dump_json().encode("utf-8", "surrogatepass"), 6)
        entry = (
            key,
            str(self._today),
            json.dumps(dict(loaded)),
            json.dumps(dict(versions)),
            _moved(packed, host, _HOST),
        )
        with self._guarded():
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM entry WHERE key = ?", (key,))
            self._connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", entry)
            self._connection.executemany(
                "INSERT INTO evidence VALUES (?, ?, ?)",
                [(key, name, _moved(pack(data), host, _HOST)) for name, data in result.evidence.items()],
            )
            self._connection.executemany(
                "INSERT INTO picture VALUES (?, ?, ?, ?, ?)",
                [
                    (key, number, json.dumps({"group": each.group, "down": each.down}), each.element, each.place)
                    for number, each in enumerate(result.pictures)
                ],
            )
            for name in set(result.shared) - self._kept:
                self._connection.execute(
                    "INSERT OR IGNORE INTO shared VALUES (?, ?)", (name, pack(result.shared[name]))
                )
            self._connection.execute("COMMIT")
            self._kept.update(result.shared)

    def close(self) -> None:
        """Forget what was not used for a month, and close the file."""
        with self._guarded():
            oldest = self._today - timedelta(days=KEPT_DAYS)
            self._connection.execute("DELETE FROM entry WHERE used < ?", (str(oldest),))
        self._connection.close()

    def _evidence(self, key: str, host: str) -> dict[str, Json]:
        rows = self._connection.execute("SELECT collector, body FROM evidence WHERE key = ?", (key,))
        return {row["collector"]: Packed(_moved(row["body"], _HOST, host)) for row in rows}

    def _pictures(self, key: str) -> tuple[Picture, ...]:
        rows = self._connection.execute("SELECT * FROM picture WHERE key = ? ORDER BY number", (key,))
        return tuple(Picture(**json.loads(row["facts"]), element=row["element"], place=row["place"]) for row in rows)

    def _shared(self, result: TargetResult) -> dict[str, Json]:
        """Shared evidence of a result, packed; each piece is handed out once. Raises `KeyError` when one is lost."""
        found = {}
        for name in set(result.shared) - self._handed_out:
            row = self._connection.execute("SELECT body FROM shared WHERE key = ?", (name,)).fetchone()
            if row is None:
                raise KeyError(name)
            found[name] = Packed(row["body"])
        self._handed_out.update(found)
        return found

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, KeyError, zlib.error):
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = _ready(":memory:")


def _open(path: Path) -> sqlite3.Connection:
    """Open the cache, anew when it is of another version or broken, and in memory when it cannot be written."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            known = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            with contextlib.closing(known):
                version = known.execute("PRAGMA user_version").fetchone()[0]
                usable = version == _VERSION or not known.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if usable:
                return _ready(path)
        except sqlite3.DatabaseError:
            pass
        except OSError:
            break
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                path.with_name(path.name + suffix).unlink()
    return _ready(":memory:")


def _ready(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.executescript(_SCHEMA)
    return connection


def _moved(body: bytes, old: str, new: str) -> bytes:
    """Packed text with another host in it."""
    plain = zlib.decompress(body)
    return zlib.compress(plain.replace(old.encode(), new.encode()), 6) if old.encode() in plain else body
