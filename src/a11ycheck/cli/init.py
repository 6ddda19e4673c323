"""`a11ycheck init`: write a configuration to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.config_file import CONFIG_NAME
from a11ycheck.starter import from_pa11y, starter, write_new


@click.command(
    short_help="Write a configuration to start from.",
    epilog=examples(
        "a11ycheck init",
        "a11ycheck init --from .pa11yci",
        then="fill it in, then `a11ycheck doctor` and `a11ycheck scan`.",
    ),
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--from", "source", type=click.Path(path_type=Path), help="Convert a .pa11yci file.")
def command(targets: tuple[str, ...], source: Path | None) -> None:
    """Write a11ycheck.toml with comments, and print its path. An existing one is never overwritten."""
    if source:
        text, notes = from_pa11y(source)
        for note in notes:
            click.echo(f"Not converted: {note}", err=True)
    else:
        text = starter(targets)
    write_new(Path(CONFIG_NAME), text)
    click.echo(CONFIG_NAME)
