"""`a11ycheck vpat`: the conformance report (ACR) of a stored run."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, output_dir_option, run_option
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import acr_format
from a11ycheck.conformance.output import body_of, write_report
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.errors import ExitCode, UsageError
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

STDOUT = Path("-")


@click.command(
    short_help="Write the conformance report (ACR, VPAT®).",
    epilog=examples(
        "a11ycheck vpat --edition 508",
        "a11ycheck vpat --edition int --format docx --format openacr",
        "a11ycheck vpat --edition 508 --format docx --final",
        then="`a11ycheck audit` to decide what is undecided, `a11ycheck acr lint FILE` before it is sent.",
    ),
)
@click.option(
    "--edition", type=click.Choice(EDITION_IDS), default="508", show_default=True, help="Which VPAT edition to fill in."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("html",),
    show_default=True,
    help="File format: html, docx, pdf, openacr or md; may be given several times.",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    help="Word document to fill: an official VPAT, or one with placeholders. For --format docx.",
)
@click.option("--final", is_flag=True, help="Refuse, with the list, while anything is undecided; no draft marks.")
@output_dir_option
@audit_file_option
@run_option
@config_option
def command(
    edition: EditionId,
    formats: tuple[str, ...],
    template: Path | None,
    final: bool,
    output_dir: Path | None,
    audit_file: Path | None,
    run_id: int | None,
    config_file: Path | None,
) -> int:
    """Write the Accessibility Conformance Report (the filled-in VPAT®) from a stored run and people's verdicts.

    Without --final the report is a draft: every row that no person has decided stays undecided, with the evidence.
    """
    for name in formats:
        acr_format(name)
    if template is not None and "docx" not in formats:
        raise UsageError("--template is for Word documents", "Add --format docx.")
    config = configuration.load(config_file, {"audit_file": audit_file, "output_dir": output_dir})
    if config.output_dir == STDOUT and len(formats) > 1:
        raise UsageError("only one format can be printed", "Name one format, or a folder with --output-dir.")
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        view = RunView(connection, run_id)
        recorded = read(view, config)
        acr = build(view, with_profile(config, recorded), edition, verdicts=recorded.verdicts(), final=final)
    if final and acr.blockers:
        click.echo(f"No final report: {len(acr.blockers)} points are open.", err=True)
        for line in acr.blockers:
            click.echo(f"  {line}", err=True)
        return ExitCode.GATE_FAILED
    for name in dict.fromkeys(formats):
        if config.output_dir == STDOUT:
            sys.stdout.buffer.write(body_of(acr, name, template))
        else:
            click.echo(write_report(acr, name, config.output_dir, template))
    return ExitCode.OK
