"""`a11ycheck install-axe`: fetch a newer axe-core for this user."""

from __future__ import annotations

import click

from a11ycheck.browser.axe_source import install
from a11ycheck.cli._examples import examples


@click.command(
    "install-axe",
    short_help="Get a newer axe-core.",
    epilog=examples(
        "a11ycheck install-axe",
        then="`a11ycheck scan`, and `a11ycheck baseline` once the new findings are accepted.",
    ),
)
@click.argument("release", default="latest")
def command(release: str) -> None:
    """Fetch axe-core RELEASE (default the latest) through npm, check its hash, and use it from now on."""
    path, version = install(release)
    click.echo(f"axe-core {version} is used from now on: {path}")
