"""`a11ycheck audit import`: verdicts of another audit."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option
from a11ycheck.cli.audit._opened import opened
from a11ycheck.config import Config
from a11ycheck.conformance.recorded import read
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.wcag_em_import import read_evaluation
from a11ycheck.errors import ExitCode
from a11ycheck.store.exchange import read_export
from a11ycheck.store.queries import RunView


@click.command(
    "import",
    short_help="Take in the verdicts of a file.",
    epilog=examples(
        "a11ycheck audit import audit.yaml",
        then="`a11ycheck audit status`.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@audit_file_option
@config_option
def command(file: Path, audit_file: Path | None, config_file: Path | None) -> int:
    """Take in the verdicts of an exported FILE. Nothing is overwritten; where testers differ, exit 1 with the list.

    A FILE that ends in .json is an evaluation that W3C's WCAG-EM Report Tool saved; its results count for the newest run.
    """
    with opened(config_file, audit_file) as (connection, config):
        if file.suffix.lower() == ".json":
            return _evaluation(connection, config, file)
        taken = read_export(connection, file)
    click.echo(f"{taken.new} verdicts taken in, {taken.known} known already, {taken.files} attached files.")
    return _told(taken.conflicts)


def _evaluation(connection: sqlite3.Connection, config: Config, file: Path) -> int:
    view = RunView(connection)
    found = read_evaluation(view, read(view, config), file)
    click.echo(f"{found.new} verdicts taken in, {found.known} known already, {len(found.left_out)} left out.")
    for line in found.left_out:
        click.echo(f"  left out: {printable(line)}")
    return _told(found.conflicts)


def _told(conflicts: tuple[str, ...]) -> int:
    for line in conflicts:
        click.echo(f"  conflict: {printable(line)}")
    return ExitCode.GATE_FAILED if conflicts else ExitCode.OK
