"""`a11ycheck history`: the stored runs in numbers, oldest first."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click
from rich.console import Console

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, language_option, plain_option
from a11ycheck.language import speaking
from a11ycheck.reporters.history import show
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.history import run_numbers

MOST_RUNS = 20


@click.command(
    short_help="Show how stored runs compare.",
    epilog=examples(
        "a11ycheck history --last 5",
        then="`a11ycheck diff A B` says what changed between two of them.",
    ),
)
@audit_file_option
@config_option
@language_option
@plain_option
@click.option("--last", type=click.IntRange(min=1), default=MOST_RUNS, show_default=True, help="How many runs to show.")
def command(
    audit_file: Path | None, config_file: Path | None, language: str | None, plain: bool | None, last: int
) -> None:
    """Show how stored runs compare: pages, what could not be audited, groups of findings.

    Runs are compared with the one before them of the same targets at the same effort.
    """
    told = {"audit_file": audit_file, "language": language, "plain": plain}
    config = configuration.load(config_file, told)
    with speaking(config.language), closing(open_audit_file(config.audit_file, create=False)) as connection:
        show(run_numbers(connection, last), Console(highlight=False), plain=config.plain)
