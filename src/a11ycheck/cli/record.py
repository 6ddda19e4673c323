"""`a11ycheck record`: do something in a browser window, get a flow for the configuration."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.browser.record import record
from a11ycheck.cli._examples import examples
from a11ycheck.targets.recorded_flow import PASSWORD, added_flow, recorded_flow
from a11ycheck.targets.urls import checked


@click.command(
    "record",
    short_help="Record a way through an application.",
    epilog=examples(
        "a11ycheck record https://app.example.org/",
        then="name the states to audit in the flow, then `a11ycheck scan`.",
    ),
)
@click.argument("url")
@click.option("--name", default="recorded", show_default=True, help="Name of the flow, and of the state it audits.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), default=Path("-"),
    help="Configuration file to add the flow to, made where there is none; by default the flow is printed.",
)  # fmt: skip
@click.option("--browser-path", type=click.Path(path_type=Path), help="Browser executable to use.")
def command(url: str, name: str, output: Path, browser_path: Path | None) -> None:
    """Open a browser window at URL and record what you do there; close the window to finish.

    Prints a flow to put into a11ycheck.toml, or adds it to a file. It needs a screen. Passwords are not kept.
    """
    start = checked(url, "URL")
    if str(output) != "-":
        added_flow(output, "", name)
    flow, unknown = recorded_flow(record(start, browser_path), name)
    if str(output) == "-":
        click.echo(flow, nl=False)
    else:
        output.write_text(added_flow(output, flow, name), encoding="utf-8")
        click.echo(output)
    if unknown:
        click.echo(f"{unknown} line{'s' * (unknown != 1)} could not be turned into a step; see the comments.", err=True)
    if PASSWORD in flow:
        click.echo(f"The password you typed is not kept; before a scan: export {PASSWORD}=…", err=True)
        click.echo(f'If the flow is a login, other flows can share it: [login] flow = "{name}"', err=True)
    click.echo('Add audit steps for the states on the way, and what to expect there: expect = {text = "…"}.', err=True)
