"""`a11ycheck audit`: the manual audit; alone it starts the audit in the browser."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._commands import FoundCommands
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.cli.audit._opened import edition_option
from a11ycheck.errors import UsageError
from a11ycheck.standards.editions import EditionId
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

FEWEST_CHARACTERS = 12
"""Of a shared password."""


@click.group(
    "audit",
    cls=FoundCommands,
    package=__name__,
    path=__path__,
    invoke_without_command=True,
    short_help="Judge by hand what checks cannot.",
    epilog=examples(
        "a11ycheck audit --edition 508",
        "a11ycheck audit status",
        then="`a11ycheck vpat --final` when everything is decided.",
    ),
)
@edition_option
@click.option("--port", type=click.IntRange(0, 65535), default=8508, show_default=True, help="Port; 0 takes any.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="IP address to answer on. Another than loopback opens the audit to a network, behind a password.",
)
@audit_file_option
@run_option
@config_option
@click.pass_context
def command(
    ctx: click.Context,
    edition_id: EditionId,
    port: int,
    host: str,
    audit_file: Path | None,
    run_id: int | None,
    config_file: Path | None,
) -> None:
    """Judge by hand what checks cannot: start the audit in the browser, on this machine alone.

    Verdicts go to the audit file; `a11ycheck vpat` reads them. Ctrl+C ends it. For testers on a network: --host, with the
    password in A11YCHECK_AUDIT_PASSWORD; without that one is made up and printed.
    """
    if ctx.invoked_subcommand is not None:
        return
    try:
        from a11ycheck.web.desk import Audit
        from a11ycheck.web.serve import is_loopback, listen, names_of, serve, shown_address
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed", "pip install 'a11ycheck[audit]'") from error
    config = configuration.load(config_file, {"audit_file": audit_file})
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        run_id = RunView(connection, run_id).id
    shared = not is_loopback(host)
    password = _password() if shared else ""
    with closing(listen(port, host)) as opened:
        click.echo(shown_address(opened, host))
        audit = Audit(config.audit_file, config, edition_id, run_id)
        serve(audit, opened, hosts=names_of(host) if shared else (), password=password)


def _password() -> str:
    """The shared password, from the environment or made up, after a warning of what it does not protect."""
    given = os.environ.get("A11YCHECK_AUDIT_PASSWORD", "")
    if given and len(given) < FEWEST_CHARACTERS:
        raise UsageError(
            f"A11YCHECK_AUDIT_PASSWORD is shorter than {FEWEST_CHARACTERS} characters",
            "Set a longer one, or none to have one made up.",
        )
    password = given or secrets.token_urlsafe(FEWEST_CHARACTERS)
    click.echo(
        "Warning: the audit is open to everyone on the network who has the password. It goes over plain HTTP: others on the"
        " network can read along, the password too, and change what is sent. Use it on a network you trust, or stay on"
        " loopback and let testers come through a tunnel (ssh -L).",
        err=True,
    )
    if not given:
        click.echo(f"Password: {password}", err=True)
    return password
