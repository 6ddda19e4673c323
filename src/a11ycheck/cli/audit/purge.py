"""`a11ycheck audit purge`: removes what was kept of pages."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option
from a11ycheck.cli.audit._opened import opened
from a11ycheck.store.purge import purge_beside, purge_evidence, purge_runs


@click.command(
    "purge",
    short_help="Remove what was kept of pages.",
    epilog=examples(
        "a11ycheck audit purge",
    ),
)
@click.option("--keep-runs", type=click.IntRange(min=1), help="Remove all runs but the newest of this number.")
@audit_file_option
@config_option
def command(keep_runs: int | None, audit_file: Path | None, config_file: Path | None) -> None:
    """Remove what was kept of pages from the audit file for good; findings and verdicts stay."""
    with opened(config_file, audit_file) as (connection, config):
        click.echo(f"Evidence of {purge_evidence(connection)} targets removed.")
        if keep_runs is not None:
            click.echo(f"{purge_runs(connection, keep_runs)} runs removed.")
    for path in purge_beside(config.audit_file):
        click.echo(f"{path} removed.")
