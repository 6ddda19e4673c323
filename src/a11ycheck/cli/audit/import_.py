"""`a11ycheck audit import`: verdicts of another audit."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._options import audit_file_option, config_option
from a11ycheck.cli.audit._opened import opened
from a11ycheck.conformance.text import printable
from a11ycheck.errors import ExitCode
from a11ycheck.store.exchange import read_export


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@audit_file_option
@config_option
def command(file: Path, audit_file: Path | None, config_file: Path | None) -> int:
    """Take in the verdicts of an exported FILE. Nothing is overwritten; where testers differ, exit 1 with the list."""
    with opened(config_file, audit_file) as (connection, _):
        taken = read_export(connection, file)
    click.echo(f"{taken.new} verdicts taken in, {taken.known} known already, {taken.files} attached files.")
    for line in taken.conflicts:
        click.echo(f"  conflict: {printable(line)}")
    return ExitCode.GATE_FAILED if taken.conflicts else ExitCode.OK
