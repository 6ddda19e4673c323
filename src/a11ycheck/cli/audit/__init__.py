"""`a11ycheck audit`: the manual audit; alone it starts the audit in the browser."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._commands import FoundCommands
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.cli.audit._opened import edition_option
from a11ycheck.errors import UsageError
from a11ycheck.standards.editions import EditionId
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView


@click.group("audit", cls=FoundCommands, package=__name__, path=__path__, invoke_without_command=True)
@edition_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8508, show_default=True, help="Loopback port; 0 takes any."
)
@audit_file_option
@run_option
@config_option
@click.pass_context
def command(
    ctx: click.Context,
    edition_id: EditionId,
    port: int,
    audit_file: Path | None,
    run_id: int | None,
    config_file: Path | None,
) -> None:
    """Judge by hand what checks cannot: start the audit in the browser, on this machine alone.

    Verdicts go to the audit file; `a11ycheck vpat` reads them. Ctrl+C ends it.
    """
    if ctx.invoked_subcommand is not None:
        return
    try:
        from a11ycheck.web.desk import Audit
        from a11ycheck.web.serve import listen, serve
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed", "pip install 'a11ycheck[audit]'") from error
    config = configuration.load(config_file, {"audit_file": audit_file})
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        run_id = RunView(connection, run_id).id
    with closing(listen(port)) as opened:
        click.echo(f"http://127.0.0.1:{opened.getsockname()[1]}/")
        serve(Audit(config.audit_file, config, edition_id, run_id), opened)
