"""`a11ycheck targets`: print what a scan would visit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import config_option
from a11ycheck.config import Config, load, working_audit_file
from a11ycheck.crawling import survey
from a11ycheck.errors import ExitCode
from a11ycheck.targets.plan import plan, save_list
from a11ycheck.targets.server_process import running

_HELP = {name: field.description for name, field in Config.model_fields.items()}


@click.command(
    "targets",
    short_help="Show what a scan would visit.",
    epilog=examples(
        "a11ycheck targets build/html",
        "a11ycheck targets https://docs.example.org/ --depth 1 --max-pages 20",
        then="`a11ycheck scan` with the same words.",
    ),
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@click.option("--include-urls", multiple=True, help=_HELP["include_urls"])
@click.option("--exclude-urls", multiple=True, help=_HELP["exclude_urls"])
@click.option("--max-pages", type=int, help=_HELP["max_pages"])
@click.option("--depth", type=int, help=_HELP["depth"])
@click.option("--ignore-robots", is_flag=True, default=None, help=_HELP["ignore_robots"])
@click.option(
    "--save", type=click.Path(path_type=Path), help="Write the URLs to a .txt file, which scan takes as a target."
)
def command(config_file: Path | None, save: Path | None, **given: Any) -> int:
    """Print the pages a scan would visit, in order, one a line; counts and reasons go to stderr.

    A page of a folder is named by its file, a flow is followed by its name and states. No browser is started, unless a crawl
    (--depth) has to follow links.
    """
    config = load(config_file, {name: value for name, value in given.items() if value not in (None, ())})
    server = config.server if config.depth else None
    with running(server, working_audit_file(config).parent / "server.log"), plan(config) as first:
        planned = survey(config, first, lambda count: click.echo(f"{count} pages found.", err=True))
        click.echo("".join(f"{line}\n" for line in planned.lines), nl=False)
        click.echo(planned.summary, err=True)
        for problem in planned.problems:
            click.echo(f"Problem: {problem}", err=True)
        if save is not None:
            save_list(planned, save)
        return ExitCode.NOT_AUDITED if planned.problems else ExitCode.OK
