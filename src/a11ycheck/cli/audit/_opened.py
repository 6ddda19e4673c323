"""What the commands of the audit share: the open audit file, the edition, a table on the terminal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from a11ycheck import config as configuration
from a11ycheck.config import Config
from a11ycheck.standards.editions import EDITION_IDS
from a11ycheck.store.audit_file import open_audit_file

edition_option = click.option(
    "--edition", "edition_id", type=click.Choice(EDITION_IDS), default="508", show_default=True,
    help="Which VPAT edition the audit answers.",
)  # fmt: skip


@contextmanager
def opened(config_file: Path | None, audit_file: Path | None) -> Iterator[tuple[sqlite3.Connection, Config]]:
    """The audit file of the configuration, which must exist, and the configuration."""
    config = configuration.load(config_file, {"audit_file": audit_file})
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        yield connection, config


def show(table: Table) -> None:
    """Print a table on stdout."""
    Console(soft_wrap=False).print(table)
