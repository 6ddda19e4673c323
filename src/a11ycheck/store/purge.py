"""Takes stored data of pages out of the audit file for good: overwritten, not only unlinked."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from a11ycheck.store.audit_file import transaction


def purge_evidence(connection: sqlite3.Connection) -> int:
    """Remove what checks read of pages, of all runs, and pictures; findings stay. Returns how many targets had any."""
    count = int(connection.execute("SELECT count(DISTINCT target_id) FROM evidence").fetchone()[0])
    connection.execute("PRAGMA secure_delete = ON")
    with transaction(connection):
        connection.execute("DELETE FROM evidence")
        connection.execute("DELETE FROM picture")
        connection.execute("DELETE FROM picture_file")
    _compact(connection)
    return count


def purge_runs(connection: sqlite3.Connection, keep: int) -> int:
    """Remove all runs but the newest `keep`, with their targets, findings and evidence. Returns how many went."""
    connection.execute("PRAGMA secure_delete = ON")
    with transaction(connection):
        gone = connection.execute(
            "DELETE FROM run WHERE id NOT IN (SELECT id FROM run ORDER BY id DESC LIMIT ?)", (keep,)
        ).rowcount
        connection.execute(
            "DELETE FROM picture_file WHERE sha256 NOT IN (SELECT element FROM picture UNION SELECT place FROM picture)"
        )
        connection.execute(
            "DELETE FROM rule WHERE id NOT IN (SELECT rule_id FROM rule_outcome UNION SELECT rule_id FROM finding)"
        )
    _compact(connection)
    return gone


def purge_beside(audit_file: Path) -> tuple[Path, ...]:
    """Remove what lies beside the audit file: pictures of failed flows, the server's log. Returns what was removed."""
    found = tuple(path for name in ("pictures", "server.log") if (path := audit_file.parent / name).exists())
    for path in found:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return found


def _compact(connection: sqlite3.Connection) -> None:
    """Rewrite the file without the freed pages, and empty the write-ahead log."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
