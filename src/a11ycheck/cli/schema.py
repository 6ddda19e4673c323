"""`a11ycheck schema`: print the JSON Schemas of what the tool reads and writes."""

from __future__ import annotations

import click

from a11ycheck import config
from a11ycheck.cli._examples import examples
from a11ycheck.reporters import schemas

CONFIG = "config"


@click.command(
    short_help="Print a JSON Schema.",
    epilog=examples(
        "a11ycheck schema config",
        "a11ycheck schema findings",
    ),
)
@click.argument("name", type=click.Choice((*schemas.names(), CONFIG)))
def command(name: str) -> None:
    """Print a JSON Schema.

    findings describes findings.json, findings-line one line of findings.jsonl, config the configuration file.
    """
    click.echo((config.json_schema() if name == CONFIG else schemas.text(name)).rstrip())
