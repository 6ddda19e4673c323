"""`a11ycheck install-browser`: make sure a browser starts on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.browser.install import install


@click.command("install-browser")
@click.option("--browser-path", type=click.Path(path_type=Path), help="Check this browser instead of looking for one.")
def command(browser_path: Path | None) -> None:
    """Use the browser that is there, else download one, else install the distribution's package."""
    click.echo(install(lambda line: click.echo(line, err=True), browser_path))
