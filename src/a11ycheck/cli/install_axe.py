"""`a11ycheck install-axe`: fetch a newer axe-core for this user."""

from __future__ import annotations

import click

from a11ycheck.browser.axe_source import install


@click.command("install-axe")
@click.argument("release", default="latest")
def command(release: str) -> None:
    """Fetch axe-core RELEASE (default the latest) through npm, check its hash, and use it from now on."""
    path, version = install(release)
    click.echo(f"axe-core {version} is used from now on: {path}")
