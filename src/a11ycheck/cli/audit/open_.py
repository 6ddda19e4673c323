"""`a11ycheck audit open`: a target in front of a person, logged in and in its state."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from a11ycheck.browser.find import has_display
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.cli.audit._opened import opened
from a11ycheck.opening import target_named, way_to
from a11ycheck.store.queries import RunView


@click.command(
    "open",
    short_help="Open a target in a window, logged in.",
    epilog=examples(
        "a11ycheck audit open 3",
        "a11ycheck audit open settings --steps",
        then="give your verdict in the audit.",
    ),
)
@click.argument("target")
@click.option("--variant", default="", help="Name of the variant, such as 1280x800+dark; default the first.")
@click.option("--steps", is_flag=True, help="Print how to get there, and open nothing.")
@audit_file_option
@run_option
@config_option
def command(
    target: str,
    variant: str,
    steps: bool,
    audit_file: Path | None,
    run_id: int | None,
    config_file: Path | None,
) -> None:
    """Open TARGET in a browser window, logged in, in its state and variant; close the window when you have tested.

    TARGET is the number that the audit shows, a page's path or URL, or the name of a state. Without a display, or with
    --steps, the way there is printed, for your own machine.
    """
    with opened(config_file, audit_file) as (connection, config):
        view = RunView(connection, run_id)
        with way_to(target_named(view, target, variant), view, config) as way:
            if not steps and has_display():
                click.echo("Close the window when you have tested.", err=True)
                way.open(config)
                return
            if not steps:
                click.echo("There is no display here; this is the way there:", err=True)
            for line in way.steps:
                click.echo(line)
            if way.served and sys.stdin.isatty():
                click.echo("Served until you press Enter.", err=True)
                sys.stdin.readline()
