"""`a11ycheck report`: write reports of a stored run again."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import (
    audit_file_option,
    config_option,
    language_option,
    output_dir_option,
    run_option,
    single_file_option,
)
from a11ycheck.errors import UsageError
from a11ycheck.reporters.base import print_report, write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

STDOUT = Path("-")


@click.command(
    short_help="Write reports of a stored run again.",
    epilog=examples(
        "a11ycheck report html xlsx",
        "a11ycheck report developer author --language es",
        "a11ycheck report csv -o -",
        then="give manager.html, developer.html or author.html to whoever acts on it.",
    ),
)
@click.argument("formats", metavar="FORMAT...", nargs=-1, required=True)
@output_dir_option
@audit_file_option
@run_option
@config_option
@language_option
@single_file_option
def command(
    formats: tuple[str, ...],
    output_dir: Path | None,
    audit_file: Path | None,
    run_id: int | None,
    config_file: Path | None,
    language: str | None,
    single_file: bool | None,
) -> None:
    """Write reports of a stored run, without a browser, and print their paths.

    FORMAT is html, pdf, xlsx, csv, json, jsonl, markdown, text, junit, sarif, github, gitlab, earl, summary or comment;
    manager, developer or author; evidence-pack; acr-508, acr-wcag, acr-eu or acr-int; trusted-tester; statement-eu or
    statement-us; or what a plugin adds.
    """
    config = configuration.load(
        config_file,
        {"output_dir": output_dir, "audit_file": audit_file, "language": language, "single_file": single_file},
    )
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        view = RunView(connection, run_id)
        if config.output_dir != STDOUT:
            for path in write_reports(view, config, formats, config.output_dir):
                click.echo(path)
            return
        if len(formats) > 1:
            raise UsageError("only one format can be printed", "Name one format, or a folder with --output-dir.")
        print_report(view, config, formats[0], sys.stdout.buffer)
