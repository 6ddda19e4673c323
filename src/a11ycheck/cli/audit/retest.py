"""`a11ycheck audit retest`: what to test again."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.cli.audit._opened import opened
from a11ycheck.conformance.agenda import retests
from a11ycheck.conformance.recorded import read
from a11ycheck.conformance.text import printable
from a11ycheck.store.queries import RunView


@click.command(
    "retest",
    short_help="List what to test again.",
    epilog=examples(
        "a11ycheck audit retest",
        then="`a11ycheck audit` to do it.",
    ),
)
@click.option("--since", default="", metavar="VERSION", help="Only verdicts given on this version of the product.")
@audit_file_option
@run_option
@config_option
def command(since: str, audit_file: Path | None, run_id: int | None, config_file: Path | None) -> None:
    """List what to test again: verdicts that failed, are stale with the reason, or that testers differ on."""
    with opened(config_file, audit_file) as (connection, config):
        found = retests(read(RunView(connection, run_id), config), since)
    for item in found:
        click.echo(f"{printable(item.what)}: {item.why} ({printable(item.verdict.tester)}, {item.verdict.stamp[:10]})")
    click.echo(f"{len(found)} to test again.", err=True)
