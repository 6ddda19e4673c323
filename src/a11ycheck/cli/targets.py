"""`a11ycheck targets`: print what a scan would visit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from a11ycheck.cli._options import config_option
from a11ycheck.config import Config, load
from a11ycheck.errors import ExitCode
from a11ycheck.targets.plan import plan

_HELP = {name: field.description for name, field in Config.model_fields.items()}


@click.command("targets")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@click.option("--include-urls", multiple=True, help=_HELP["include_urls"])
@click.option("--exclude-urls", multiple=True, help=_HELP["exclude_urls"])
@click.option("--max-pages", type=int, help=_HELP["max_pages"])
def command(targets: tuple[str, ...], config_file: Path | None, max_pages: int | None, **globs: Any) -> int:
    """Print the pages a scan would visit, in order, one a line; counts and reasons go to stderr.

    A page of a folder is named by its file, a flow is followed by its name and states. No browser is started.
    """
    given = {"targets": targets, **globs}
    config = load(config_file, {name: value for name, value in given.items() if value} | {"max_pages": max_pages})
    with plan(config) as planned:
        click.echo("".join(f"{line}\n" for line in planned.lines), nl=False)
        click.echo(planned.summary, err=True)
        for problem in planned.problems:
            click.echo(f"Problem: {problem}", err=True)
        return ExitCode.NOT_AUDITED if planned.problems else ExitCode.OK
