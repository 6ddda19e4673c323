"""`a11ycheck acr`: work on conformance reports that exist as files."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.conformance import carried_over
from a11ycheck.conformance import changes as change_table
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.lint.document import Severity
from a11ycheck.conformance.lint.run import lint as lint_file
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.errors import ExitCode
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.carried_over import replace_all
from a11ycheck.store.queries import RunView


@click.group(
    short_help="Work on conformance reports as files.",
    epilog=examples("a11ycheck acr lint report.docx", "a11ycheck acr import last-year.yaml"),
)
def command() -> None:
    """Work on conformance reports that exist as files."""


@command.command(
    short_help="Check a conformance report, ours or anyone's.",
    epilog=examples("a11ycheck acr lint report.docx", "a11ycheck acr lint docs/acr/acr-508.yaml"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--edition", type=click.Choice(EDITION_IDS), help="The edition that the buyer asks for: all its tables are there."
)
def lint(file: Path, edition: EditionId | None) -> int:
    """Check a conformance report, ours or anyone's: OpenACR YAML, Word or HTML. Errors exit 1."""
    problems = lint_file(file, edition)
    for problem in problems:
        click.echo(f"{file}: {problem.severity}: {problem.place}: {problem.message} [{problem.rule}]")
    counts = Counter(problem.severity for problem in problems)
    click.echo(f"{counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings", err=True)
    return ExitCode.GATE_FAILED if counts[Severity.ERROR] else ExitCode.OK


@command.command(
    name="import",
    short_help="Take over the answers of an older report.",
    epilog=examples("a11ycheck acr import last-year.yaml", then="confirm each in `a11ycheck audit`."),
)
@click.argument("file", type=click.Path(path_type=Path))
@audit_file_option
@config_option
def import_(file: Path, audit_file: Path | None, config_file: Path | None) -> None:
    """Take the answers of an older report over as starting points: OpenACR YAML, Word or HTML.

    They stand in the draft as carried over, to be confirmed; none of them decides a row. A second import replaces the first.
    """
    config = configuration.load(config_file, {"audit_file": audit_file})
    taken = carried_over.read(file)
    with closing(open_audit_file(config.audit_file)) as connection:
        replace_all(connection, taken.report, taken.answers)
    for place, why in taken.left_out:
        click.echo(f"left out: {place}: {why}", err=True)
    click.echo(f"{len(taken.answers)} answers carried over, to be confirmed; {len(taken.left_out)} left out")


@command.command(
    short_help="Print what changed against an older report.",
    epilog=examples("a11ycheck acr changes last-year.yaml --edition 508"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--edition", type=click.Choice(EDITION_IDS), default="508", show_default=True, help="Edition of the new report."
)
@audit_file_option
@run_option
@config_option
def changes(
    file: Path, edition: EditionId, audit_file: Path | None, run_id: int | None, config_file: Path | None
) -> None:
    """Print what changed against an older report, row by row with the reason, as Markdown."""
    config = configuration.load(config_file, {"audit_file": audit_file})
    taken = carried_over.read(file)
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        view = RunView(connection, run_id)
        recorded = read(view, config)
        acr = build(view, with_profile(config, recorded), edition, verdicts=recorded.verdicts())
        click.echo(change_table.table(acr, taken.report, change_table.changes(acr, taken.answers)), nl=False)
