"""`a11ycheck audit export`: the verdicts as files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option
from a11ycheck.cli.audit._opened import edition_option, opened
from a11ycheck.conformance.agenda import tasks
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.conformance.wcag_em import render_evaluation
from a11ycheck.conformance.workbook import render_workbook
from a11ycheck.standards.editions import EditionId, edition
from a11ycheck.store.exchange import write_export
from a11ycheck.store.queries import RunView
from a11ycheck.store.sheet import render_sheet
from a11ycheck.store.verdicts import rulings

_WARNING = (
    "Before you pass it on: notes, attached files and what findings quote from pages may hold names and private texts."
)
_NOT_REDACTED = " Nothing is redacted; [redact] in the configuration hides what you name from the next scan on."


@click.command(
    "export",
    short_help="Write all verdicts to a file.",
    epilog=examples(
        "a11ycheck audit export audit.yaml",
        "a11ycheck audit export audit.xlsx",
        then="`a11ycheck audit import audit.yaml` on another machine.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default="audit.yaml")
@edition_option
@audit_file_option
@config_option
def command(file: Path, edition_id: EditionId, audit_file: Path | None, config_file: Path | None) -> None:
    """Write all verdicts to FILE (YAML) and attached files to the folder beside it; comments in FILE stay.

    By its ending FILE is something else: .csv the verdicts in force, .xlsx a workbook of answers, criteria by page, verdicts
    and history, .json an evaluation for W3C's WCAG-EM Report Tool.
    """
    with opened(config_file, audit_file) as (connection, config):
        kind = file.suffix.lower()
        if kind == ".csv":
            file.write_text(render_sheet(rulings(connection)), encoding="utf-8-sig")
        elif kind == ".xlsx":
            recorded = read(RunView(connection), config)
            profile = with_profile(config, recorded).product.profile
            file.write_bytes(render_workbook(connection, recorded, tasks(edition(edition_id), recorded, profile)))
        elif kind == ".json":
            day = datetime.now(UTC).date().isoformat()
            file.write_text(render_evaluation(read(RunView(connection), config), config, day), encoding="ascii")
        else:
            write_export(connection, file)
    click.echo(file)
    click.echo(_WARNING + ("" if config.redact.selectors or config.redact.patterns else _NOT_REDACTED), err=True)
