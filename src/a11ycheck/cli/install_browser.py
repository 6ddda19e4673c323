"""`a11ycheck install-browser`: make sure a browser starts on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.browser.install import install
from a11ycheck.cli._examples import examples


@click.command(
    "install-browser",
    short_help="Get a browser.",
    epilog=examples(
        "a11ycheck install-browser",
        then="`a11ycheck doctor`.",
    ),
)
@click.option("--browser-path", type=click.Path(path_type=Path), help="Check this browser instead of looking for one.")
def command(browser_path: Path | None) -> None:
    """Use the browser that is there, else download one, else install the distribution's package."""
    click.echo(install(lambda line: click.echo(line, err=True), browser_path))
