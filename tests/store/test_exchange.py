"""Export and import: lossless, readable, comments survive, nothing overwritten, and what cannot stand is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a11ycheck.errors import UsageError
from a11ycheck.store import audit_sample
from a11ycheck.store.attachments import attach, attachments, body_of
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.audit_sample import AuditSample, SamplePage
from a11ycheck.store.exchange import read_export, write_export
from a11ycheck.store.verdicts import Verdict, all_verdicts, rulings, save, undo

PAGE = Verdict("page", "1.1.1", "Ann", "passed", place="/a", digests=("s",), sample="d")
PNG = b"\x89PNG\r\n\x1a\n0"


@pytest.fixture
def full(connection: sqlite3.Connection) -> sqlite3.Connection:
    """An audit with everything in it."""
    save(connection, replace(PAGE, note="Line one\n\n  - two: # no comment\n", severity="minor", method="keyboard"))
    save(connection, replace(PAGE, result="failed", tester="Ben", settles=True))
    save(connection, Verdict("row", "302.1", "Ann", "Supports", place="none", signed=False, product_version="7.10"))
    save(connection, Verdict("profile", "media", "Ann", "no"))
    save(connection, Verdict("finding", "0123", "Ann", "not-a-barrier", note="yes", digests=("00", "")))
    undo(connection, "Ann")
    attach(connection, PAGE.about, "shot.png", PNG, "Ann")
    audit_sample.store(connection, AuditSample((SamplePage("/a", "http://a.test/a"),), 3, 10, "All"), "Ann")
    return connection


def plain(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    return [replace(verdict, seq=0) for verdict in verdicts]


def test_an_audit_comes_back_whole(full: sqlite3.Connection, tmp_path: Path) -> None:
    write_export(full, tmp_path / "audit.yaml")
    with closing(open_audit_file(tmp_path / "other.db")) as other:
        taken = read_export(other, tmp_path / "audit.yaml")
        assert (taken.new, taken.known, taken.files, taken.conflicts) == (5, 0, 1, ())
        assert plain(all_verdicts(other)) == plain(all_verdicts(full))
        assert attachments(other) == attachments(full)
        assert body_of(other, attachments(full)[0].sha256) == ("image/png", PNG)
        assert audit_sample.latest(other) == audit_sample.latest(full)
        assert read_export(other, tmp_path / "audit.yaml").new == 0
        write_export(other, tmp_path / "again.yaml")
    assert (tmp_path / "again.yaml").read_text() == (tmp_path / "audit.yaml").read_text()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(max_size=60), place=st.text(max_size=20), number=st.integers(0, 10**6))
def test_any_text_survives(note: str, place: str, number: int, tmp_path: Path) -> None:
    folder = tmp_path / str(number)
    folder.mkdir(exist_ok=True)
    for name in ("a.db", "b.db", "x.yaml"):
        (folder / name).unlink(missing_ok=True)
    try:
        (note + place).encode()
    except UnicodeEncodeError:
        return
    with closing(open_audit_file(folder / "a.db")) as one, closing(open_audit_file(folder / "b.db")) as two:
        save(one, replace(PAGE, note=note, place=place))
        read_export(two, write_export(one, folder / "x.yaml"))
        assert plain(all_verdicts(two)) == plain(all_verdicts(one))


def test_comments_of_people_survive_the_next_export(full: sqlite3.Connection, tmp_path: Path) -> None:
    path = write_export(full, tmp_path / "audit.yaml")
    text = path.read_text().replace("    result: passed\n", "    result: passed  # ask Cleo about this\n", 1)
    path.write_text("# Our audit of spring\n" + text)
    save(full, replace(PAGE, result="cantTell"))
    write_export(full, path)
    assert path.read_text().startswith("# Our audit of spring\n")
    assert "# ask Cleo about this" in path.read_text()
    assert "cantTell" in path.read_text()


def test_an_import_overwrites_nothing_and_lists_conflicts(connection: sqlite3.Connection, tmp_path: Path) -> None:
    save(connection, PAGE)
    with closing(open_audit_file(tmp_path / "other.db")) as other:
        save(other, replace(PAGE, tester="Ben", result="failed"))
        write_export(other, tmp_path / "ben.yaml")
    taken = read_export(connection, tmp_path / "ben.yaml")
    assert taken.conflicts == ("page 1.1.1 /a: Ben: failed, Ann: passed",)
    assert len(rulings(connection)[PAGE.about].rivals) == 1
    assert "(known before)" in read_export(connection, tmp_path / "ben.yaml").conflicts[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("result: passed", "result: fine"), "result"),
        (lambda text: text.replace("tester: Ann", "taster: Ann"), "unknown fields"),
        (lambda text: text.replace("version: 1", "version: 99"), "version 99"),
        (lambda text: "[1, 2", "not YAML"),
        (lambda text: "- 1", "not an exported audit"),
        (lambda text: text.replace("    stamp:", "    # stamp:"), "date"),
    ],
)
def test_what_cannot_stand_is_named_and_nothing_is_taken_in(
    change: Callable[[str], str], said: str, full: sqlite3.Connection, tmp_path: Path
) -> None:
    path = write_export(full, tmp_path / "audit.yaml")
    path.write_text(change(path.read_text()))
    with closing(open_audit_file(tmp_path / "other.db")) as other:
        with pytest.raises(UsageError, match=said):
            read_export(other, path)
        assert all_verdicts(other) == ()


def test_a_changed_or_climbing_file_is_refused(full: sqlite3.Connection, tmp_path: Path) -> None:
    path = write_export(full, tmp_path / "audit.yaml")
    kept = next((tmp_path / "audit").iterdir())
    with closing(open_audit_file(tmp_path / "other.db")) as other:
        path.write_text(path.read_text().replace(f"sha256: {kept.name}", "sha256: ../../etc/passwd"))
        with pytest.raises(UsageError, match="not a SHA-256"):
            read_export(other, path)
        write_export(full, path)
        kept.write_bytes(b"other")
        with pytest.raises(UsageError, match="was changed"):
            read_export(other, path)
        assert attachments(other) == ()
