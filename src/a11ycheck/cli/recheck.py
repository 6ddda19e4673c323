"""`a11ycheck recheck`: judge the evidence of a stored run again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click
from rich.console import Console

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, output_dir_option, run_option
from a11ycheck.errors import ExitCode
from a11ycheck.gate.verdict import decide
from a11ycheck.gate.wording import details
from a11ycheck.recheck import recheck
from a11ycheck.reporters import terminal
from a11ycheck.reporters.base import check_output_dir, write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView


@click.command(
    short_help="Judge stored evidence with today's checks.",
    epilog=examples(
        "a11ycheck recheck",
        "a11ycheck recheck --audit-file old.db",
        then="`a11ycheck diff A B` shows what today's checks see otherwise.",
    ),
)
@config_option
@audit_file_option
@run_option
@output_dir_option
def command(config_file: Path | None, audit_file: Path | None, run_id: int | None, output_dir: Path | None) -> ExitCode:
    """Judge the evidence of a stored run again with the checks of today, without a browser.

    The result is a new run in the audit file, with reports and the gate's verdict. Checks whose evidence was not kept are
    untested (exit code 3): scan with --keep-evidence all to be able to recheck everything.
    """
    config = configuration.load(config_file, {"audit_file": audit_file, "output_dir": output_dir})
    check_output_dir(config.output_dir)
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        done = recheck(connection, run_id)
        view = RunView(connection, done.run_id)
        written = write_reports(view, config, config.format, config.output_dir)
        gate = decide(view, config)
        said = (f"Rechecked run {view.config['rechecked']} as run {done.run_id}.", *details(gate))
        terminal.show(view, Console(highlight=False, soft_wrap=False), gate.line, written, said)
    return gate.exit_code
