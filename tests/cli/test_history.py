"""`a11ycheck history`: stored runs in numbers."""

from __future__ import annotations

import io
import re
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner
from rich.console import Console
from tests.reporters.conftest import guide, home, write_sample

from a11ycheck.cli import cli
from a11ycheck.reporters.history import show
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.history import run_numbers


def filled(tmp_path: Path) -> Path:
    path = tmp_path / "audit.db"
    write_sample(path)
    write_sample(path, (home(), guide()))
    write_sample(path, status="interrupted")
    return path


def test_off_a_terminal_each_run_is_one_line_with_what_changed(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["history", "--audit-file", str(filled(tmp_path))])
    assert result.exit_code == 0
    first, second, third = result.output.splitlines()
    assert first.startswith("1, ")
    assert "Pages: 6, Not audited: 2, Audited in part: 1, Groups of violations: 3, Violations: 5" in first
    assert "Pages: 2 (-4), Not audited: 0 (-2)" in second
    assert "(interrupted)" in third
    assert third.endswith("standard: https://docs.example.test")


def test_last_and_a_missing_file(tmp_path: Path) -> None:
    path = filled(tmp_path)
    assert len(CliRunner().invoke(cli, ["history", "--audit-file", str(path), "--last", "1"]).output.splitlines()) == 1
    assert CliRunner().invoke(cli, ["history", "--audit-file", str(path), "--last", "0"]).exit_code == 2
    assert CliRunner().invoke(cli, ["history", "--audit-file", str(tmp_path / "none.db")]).exit_code != 0


def test_a_wide_terminal_gets_a_table_with_a_line_of_bars_and_a_narrow_one_whole_lines(tmp_path: Path) -> None:
    with closing(open_audit_file(filled(tmp_path))) as connection:
        runs = run_numbers(connection)
    wide, narrow, plain = io.StringIO(), io.StringIO(), io.StringIO()
    show(runs, Console(file=wide, width=160, force_terminal=True))
    show(runs, Console(file=narrow, width=40, force_terminal=True))
    show(runs, Console(file=plain, width=160, force_terminal=True), plain=True)
    assert "Groups of violations: █▆█" in wide.getvalue()
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in narrow.getvalue().splitlines()) <= 40
    assert len(plain.getvalue().splitlines()) == 3
    assert "█" not in plain.getvalue()


def test_an_empty_audit_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    open_audit_file(path).close()
    assert "holds no run" in CliRunner().invoke(cli, ["history", "--audit-file", str(path)]).output
