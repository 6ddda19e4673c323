"""`a11ycheck audit export`: the verdicts as files."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._options import audit_file_option, config_option
from a11ycheck.cli.audit._opened import opened
from a11ycheck.store.exchange import write_export
from a11ycheck.store.sheet import render_sheet


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default="audit.yaml")
@audit_file_option
@config_option
def command(file: Path, audit_file: Path | None, config_file: Path | None) -> None:
    """Write all verdicts to FILE (YAML) and attached files to the folder beside it; comments in FILE stay.

    A FILE that ends in .csv gets the verdicts in force as a sheet, which cannot be taken in again.
    """
    with opened(config_file, audit_file) as (connection, _):
        if file.suffix.lower() == ".csv":
            file.write_text(render_sheet(connection), encoding="utf-8-sig")
        else:
            write_export(connection, file)
    click.echo(file)
