"""`a11ycheck diff` compares stored runs by number, or the newest runs of two audit files."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.reporters.small_runs import page, said, stored

from a11ycheck.cli import cli
from a11ycheck.errors import StoreError
from a11ycheck.model import TargetResult
from a11ycheck.store.audit_file import open_audit_file

OLD, NEW = page("https://x/", said("image-alt")), page("https://x/", said("label"))


def write(path: Path, *runs: Sequence[TargetResult]) -> str:
    connection: sqlite3.Connection
    with closing(open_audit_file(path)) as connection:
        for results in runs:
            stored(connection, *results)
    return str(path)


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["diff", *arguments])


def test_numbers_are_runs_of_the_audit_file(tmp_path: Path) -> None:
    file = write(tmp_path / "audit.db", [OLD], [NEW])
    forward, back = (diff(*order, "--audit-file", file) for order in (("1", "2"), ("2", "1")))
    assert (forward.exit_code, back.exit_code) == (0, 0)
    assert forward.output != back.output
    assert "label" in forward.output


def test_paths_are_audit_files_of_which_the_newest_run_is_taken(tmp_path: Path) -> None:
    main, branch = write(tmp_path / "main.db", [NEW], [OLD]), write(tmp_path / "branch.db", [OLD], [NEW])
    both = write(tmp_path / "audit.db", [OLD], [NEW])
    apart, together = diff(main, branch).output.splitlines(), diff("1", "2", "--audit-file", both).output.splitlines()
    assert apart[0].startswith("Run 2 of ")
    assert apart[1:] == together[1:]


@pytest.mark.parametrize(("form", "starts"), [("text", ""), ("markdown", "#"), ("html", "<!doctype html>")])
def test_the_difference_alone_is_on_stdout(tmp_path: Path, form: str, starts: str) -> None:
    file = write(tmp_path / "audit.db", [OLD], [NEW])
    result = diff("1", "2", "-f", form, "--audit-file", file)
    assert result.exit_code == 0
    assert result.stdout.lower().startswith(starts)
    assert result.stderr == ""


def test_a_missing_run_or_file_is_named_and_no_file_is_made(tmp_path: Path) -> None:
    file = write(tmp_path / "audit.db", [OLD])
    assert isinstance(diff("1", "9", "--audit-file", file).exception, StoreError)
    gone = tmp_path / "gone.db"
    told = diff("1", str(gone), "--audit-file", file).exception
    assert isinstance(told, StoreError)
    assert "gone.db" in told.message
    assert not gone.exists()
