"""`a11ycheck record`: do something in a browser window, get a flow for the configuration."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.browser.record import record
from a11ycheck.targets.recorded_flow import recorded_flow
from a11ycheck.targets.urls import checked


@click.command("record")
@click.argument("url")
@click.option("--name", default="recorded", show_default=True, help="Name of the flow, and of the state it audits.")
@click.option("--browser-path", type=click.Path(path_type=Path), help="Browser executable to use.")
def command(url: str, name: str, browser_path: Path | None) -> None:
    """Open a browser window at URL and record what you do there; close the window to finish.

    Prints a flow to put into a11ycheck.toml. It needs a screen. Passwords are not printed.
    """
    flow, unknown = recorded_flow(record(checked(url, "URL"), browser_path), name)
    click.echo(flow, nl=False)
    if unknown:
        click.echo(f"{unknown} line{'s' * (unknown != 1)} could not be turned into a step; see the comments.", err=True)
    click.echo('Add audit steps for the states on the way, and what to expect there: expect = {text = "…"}.', err=True)
