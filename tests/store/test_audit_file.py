from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.errors import StoreError
from a11ycheck.store import audit_file
from a11ycheck.store.audit_file import open_audit_file, pack, transaction, unpack


def test_new_file_has_all_tables_and_write_ahead_logging(tmp_path: Path) -> None:
    with closing(open_audit_file(tmp_path / "deep" / "audit.db")) as connection:
        tables = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert {"run", "visit", "target", "rule", "rule_outcome", "finding", "finding_group", "evidence"} <= tables


def test_migrations_are_applied_once_and_recorded_in_the_file(tmp_path: Path) -> None:
    for _ in range(2):
        with closing(open_audit_file(tmp_path / "audit.db")) as connection:
            applied = [row["name"] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert applied[0] == "m001_runs_targets_findings"
    assert len(applied) == len(set(applied))


def test_missing_file_is_an_error_when_it_is_only_to_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.db: no audit file here") as caught:
        open_audit_file(tmp_path / "none.db", create=False)
    assert "a11ycheck scan" in caught.value.hint
    assert not (tmp_path / "none.db").exists()


def test_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE customers (id INTEGER)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="this is not an a11ycheck audit file"):
        open_audit_file(path)
    assert path.read_bytes() == before


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "audit.db").write_text("just some notes that are long enough to be no SQLite header")
    with pytest.raises(StoreError, match="cannot be opened: file is not a database"):
        open_audit_file(tmp_path / "audit.db")


def test_file_of_a_newer_version_is_refused_by_the_name_of_its_migration(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    with closing(open_audit_file(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('a11ycheck', 'm999_future', 'x')"
        )
    with pytest.raises(StoreError, match=r"written by a newer a11ycheck \(it knows m999_future\)"):
        open_audit_file(path)


@pytest.mark.parametrize("place", ["a-folder", "a-file/audit.db"])
def test_place_where_no_file_can_be_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a-file").write_text("")
    with pytest.raises(StoreError, match=f"{place}: the audit file cannot be opened"):
        open_audit_file(tmp_path / place)


def _write_then(connection: sqlite3.Connection, error: BaseException) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO run (started, tool_version, config) VALUES ('now', '1', '{}')")
        raise error


def test_error_in_a_transaction_takes_everything_back(tmp_path: Path) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        with pytest.raises(RuntimeError, match="stop"):
            _write_then(connection, RuntimeError("stop"))
        assert connection.execute("SELECT count(*) FROM run").fetchone()[0] == 0
        assert not connection.in_transaction


def test_interrupt_in_a_transaction_takes_everything_back(tmp_path: Path) -> None:
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:
        with pytest.raises(KeyboardInterrupt):
            _write_then(connection, KeyboardInterrupt())
        assert connection.execute("SELECT count(*) FROM run").fetchone()[0] == 0


def test_full_disk_is_a_clear_error_and_the_file_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    with closing(open_audit_file(path)) as connection:
        with transaction(connection):
            connection.execute("INSERT INTO run (started, tool_version, config) VALUES ('kept', '1', '{}')")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="cannot be written: database or disk is full"), transaction(connection):
            connection.executemany(
                "INSERT INTO run (started, tool_version, config) VALUES (?, '1', '{}')", [("x" * 4000,)] * 50
            )
        assert not connection.in_transaction
    with closing(open_audit_file(path, create=False)) as connection:
        assert [row["started"] for row in connection.execute("SELECT started FROM run")] == ["kept"]


def test_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    with closing(open_audit_file(path)) as first, closing(open_audit_file(path)) as second:
        order = []

        def write_second() -> None:
            with transaction(second):
                order.append("second")

        with transaction(first):
            waiting = threading.Thread(target=write_second)
            waiting.start()
            waiting.join(0.3)
            order.append("first")
        waiting.join(10)
    assert order == ["first", "second"]


def test_writer_that_waited_too_long_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "audit.db"
    monkeypatch.setattr(audit_file, "BUSY_SECONDS", 0.1)
    with (
        closing(open_audit_file(path)) as first,
        closing(open_audit_file(path)) as second,
        transaction(first),
        pytest.raises(StoreError, match="the audit file is busy"),
        transaction(second),
    ):
        pass


def test_opening_waits_while_another_process_is_creating_the_file(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        threading.Timer(0.3, other.execute, ["ROLLBACK"]).start()
        with closing(open_audit_file(path)) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


OPENS_AND_WRITES = """
import sys
from pathlib import Path
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.writer import RunWriter
from a11ycheck.model import Target, TargetResult, Visit
connection = open_audit_file(Path(sys.argv[1]))
run = RunWriter.start(connection, {"who": sys.argv[2]})
for number in range(40):
    visit = Visit(order=number, url=f"https://x.test/{number}")
    run.add_visits([visit])
    run.save(visit, [TargetResult(order=number, target=visit.targets[0], status="audited")], keep_evidence=False)
run.finish("complete", {})
"""


def test_two_processes_create_and_write_the_same_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    processes = [
        subprocess.Popen([sys.executable, "-c", OPENS_AND_WRITES, str(path), name], stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors.decode()
    with closing(open_audit_file(path, create=False)) as connection:
        rows = connection.execute("SELECT status, (SELECT count(*) FROM target WHERE run_id = run.id) AS n FROM run")
        assert [(row["status"], row["n"]) for row in rows] == [("complete", 40), ("complete", 40)]


STARTS_AND_DIES = OPENS_AND_WRITES.replace('run.finish("complete", {})', "import os; os.kill(os.getpid(), 9)")


def test_killed_writer_leaves_a_file_that_opens_with_all_it_had_saved(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    done = subprocess.run([sys.executable, "-c", STARTS_AND_DIES, str(path), "one"], capture_output=True, check=False)
    assert done.returncode == -9
    with closing(open_audit_file(path, create=False)) as connection:
        assert connection.execute("SELECT count(*) FROM target").fetchone()[0] == 40
        assert connection.execute("SELECT status FROM run").fetchone()[0] == "running"


@pytest.mark.parametrize("data", [{"a": [1, 2.5, None, True, "ü"]}, [], "lone \ud800 surrogate", "\x00 \u2028"])
def test_packed_data_comes_back_unchanged(data: object) -> None:
    assert unpack(pack(data)) == data
