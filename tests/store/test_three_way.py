"""Two exports that began from one are merged entry by entry; what both changed is listed and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.errors import UsageError
from a11ycheck.store.attachments import attach
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.exchange import read_export, write_export
from a11ycheck.store.three_way import merge_exports
from a11ycheck.store.verdicts import Verdict, rulings, save, undo

ABOUT = ("page", "1.1.1", "/a")


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Path]:
    """`export(name, step, …)`: an audit that began with one verdict and went on with these steps, as a file."""
    with closing(open_audit_file(tmp_path / "base.db")) as connection:
        save(connection, Verdict("page", "1.1.1", "Ann", "passed", place="/a", uid="first"))
        write_export(connection, tmp_path / "base.yaml")

    def write(name: str, *steps: Callable) -> Path:
        with closing(open_audit_file(tmp_path / f"{name}.db")) as connection:
            read_export(connection, tmp_path / "base.yaml")
            for step in steps:
                step(connection)
            return write_export(connection, tmp_path / f"{name}.yaml")

    return write


def judge(key: str, tester: str, result: str = "passed", **more: str) -> Callable:
    return lambda connection: save(connection, Verdict("page", key, tester, result, place="/a", **more))


def test_what_each_side_added_or_undid_is_taken_and_comments_stay(export: Callable[..., Path], tmp_path: Path) -> None:
    mine = export("mine", judge("1.3.1", "Ann", uid="m"))
    mine.write_text(mine.read_text().replace("verdicts:", "# asked the team\nverdicts:"))
    other = export("other", judge("2.4.2", "Bob", "failed", uid="o"), lambda connection: undo(connection, "Ann"))
    merged = merge_exports(tmp_path / "base.yaml", mine, other, tmp_path / "merged.yaml")
    assert merged.conflicts == ()
    assert merged.theirs == 2
    assert "# asked the team" in (tmp_path / "merged.yaml").read_text()
    with closing(open_audit_file(tmp_path / "merged.db")) as connection:
        read_export(connection, tmp_path / "merged.yaml")
        assert {about[1] for about in rulings(connection)} == {"1.3.1", "2.4.2"}


def test_one_edit_that_both_changed_is_a_conflict(export: Callable[..., Path], tmp_path: Path) -> None:
    mine = export("mine", judge("1.1.1", "Ann", "failed", uid="first", note="mine"))
    other = export("other", judge("1.1.1", "Ann", "cantTell", uid="first", note="theirs"))
    merged = merge_exports(tmp_path / "base.yaml", mine, other, mine)
    (line,) = merged.conflicts
    assert line.startswith("verdicts first: result is 'failed'")
    assert "result is 'cantTell'" in line
    assert "note: mine" in mine.read_text()


def test_testers_who_differ_only_after_the_merge_are_a_conflict(export: Callable[..., Path], tmp_path: Path) -> None:
    mine = export("mine", judge("2.4.2", "Ann", uid="m"))
    other = export("other", judge("2.4.2", "Bob", "failed", uid="o"))
    merged = merge_exports(tmp_path / "base.yaml", mine, other, tmp_path / "merged.yaml")
    assert merged.conflicts == ("page 2.4.2 /a: testers differ: Bob: failed, Ann: passed",)


def test_attached_files_of_both_sides_come_along(export: Callable[..., Path], tmp_path: Path) -> None:
    mine = export("mine", lambda connection: attach(connection, ABOUT, "a.txt", b"mine", "Ann"))
    other = export("other", lambda connection: attach(connection, ABOUT, "b.txt", b"theirs", "Bob"))
    out = tmp_path / "merged.yaml"
    assert merge_exports(tmp_path / "base.yaml", mine, other, out).conflicts == ()
    assert sorted(path.read_bytes() for path in (tmp_path / "merged").iterdir()) == [b"mine", b"theirs"]
    for path in (tmp_path / "other").iterdir():
        path.unlink()
    with pytest.raises(UsageError, match="beside neither side"):
        merge_exports(tmp_path / "base.yaml", mine, other, tmp_path / "again.yaml")


def test_a_file_that_is_none_is_named(export: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.yaml: no such file"):
        merge_exports(tmp_path / "base.yaml", export("mine"), tmp_path / "gone.yaml", tmp_path / "out.yaml")
