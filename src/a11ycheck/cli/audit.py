"""`a11ycheck audit`: the manual audit; alone it starts the audit in the browser."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from a11ycheck import config as configuration
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.agenda import CriterionFacts, by_risk, criterion_facts, retests, tasks
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.conformance.text import printable
from a11ycheck.errors import ExitCode, UsageError
from a11ycheck.standards.editions import EDITION_IDS, EditionId, edition
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.exchange import read_export, write_export
from a11ycheck.store.purge import purge_beside, purge_evidence, purge_runs
from a11ycheck.store.queries import RunView
from a11ycheck.store.sheet import render_sheet

edition_option = click.option(
    "--edition", "edition_id", type=click.Choice(EDITION_IDS), default="508", show_default=True,
    help="Which VPAT edition the audit answers.",
)  # fmt: skip


@click.group(invoke_without_command=True)
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


@command.command()
@edition_option
@audit_file_option
@run_option
@config_option
def status(edition_id: EditionId, audit_file: Path | None, run_id: int | None, config_file: Path | None) -> None:
    """Print how far the audit is: per answer, per tester, what blocks a final report, and minutes left."""
    with _opened(config_file, audit_file) as (connection, config):
        view = RunView(connection, run_id)
        recorded = read(view, config)
        merged = with_profile(config, recorded)
        found = tasks(edition(edition_id), recorded, merged.product.profile)
        acr = build(view, merged, edition_id, verdicts=recorded.verdicts())
        testers = Counter(ruling.verdict.tester for ruling in recorded.rulings.values())
    table = Table("Answer", "State", "Pages", "By", box=None, pad_edge=False)
    for task in found:
        state = task.level if task.state == "signed" else f"{task.state}{f': {task.why}' if task.why else ''}"
        table.add_row(
            task.label, state, f"{task.pages_done}/{task.pages}" if task.pages else "", printable(task.tester)
        )
    _print(table)
    signed = sum(task.state == "signed" for task in found)
    click.echo(f"\n{signed} of {len(found)} answers signed. About {sum(task.minutes for task in found)} minutes left.")
    for name, count in testers.most_common():
        click.echo(f"{printable(name)}: {count} verdicts in force.")
    click.echo(f"\n{len(acr.blockers)} points block a final report{':' if acr.blockers else '.'}")
    for line in acr.blockers:
        click.echo(f"  {printable(line)}")


@command.command()
@edition_option
@audit_file_option
@run_option
@config_option
def plan(edition_id: EditionId, audit_file: Path | None, run_id: int | None, config_file: Path | None) -> None:
    """Print what is left in the order to do it: where checks found most, then where no check looks."""
    with _opened(config_file, audit_file) as (connection, config):
        view = RunView(connection, run_id)
        recorded = read(view, config)
        facts = criterion_facts(view)
        found = tasks(edition(edition_id), recorded, with_profile(config, recorded).product.profile)
    table = Table("", "Answer", "Why", "Minutes", box=None, pad_edge=False)
    for place, task in enumerate(by_risk(found, facts), 1):
        is_web = task.row.part == "wcag" and task.cell.component == "web"
        why = facts.get(task.row.num, CriterionFacts()).risk_text if is_web else "a person answers"
        table.add_row(str(place), task.label, why, str(task.minutes))
    _print(table)
    if recorded.sample is None:
        click.echo("No audit sample has been chosen, so that no page counts yet: start `a11ycheck audit`.", err=True)


@command.command()
@click.option("--since", default="", metavar="VERSION", help="Only verdicts given on this version of the product.")
@audit_file_option
@run_option
@config_option
def retest(since: str, audit_file: Path | None, run_id: int | None, config_file: Path | None) -> None:
    """List what to test again: verdicts that failed, are stale with the reason, or that testers differ on."""
    with _opened(config_file, audit_file) as (connection, config):
        found = retests(read(RunView(connection, run_id), config), since)
    for item in found:
        click.echo(f"{printable(item.what)}: {item.why} ({printable(item.verdict.tester)}, {item.verdict.stamp[:10]})")
    click.echo(f"{len(found)} to test again.", err=True)


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default="audit.yaml")
@audit_file_option
@config_option
def export(file: Path, audit_file: Path | None, config_file: Path | None) -> None:
    """Write all verdicts to FILE (YAML) and attached files to the folder beside it; comments in FILE stay.

    A FILE that ends in .csv gets the verdicts in force as a sheet, which cannot be taken in again.
    """
    with _opened(config_file, audit_file) as (connection, _):
        if file.suffix.lower() == ".csv":
            file.write_text(render_sheet(connection), encoding="utf-8-sig")
        else:
            write_export(connection, file)
    click.echo(file)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@audit_file_option
@config_option
def import_(file: Path, audit_file: Path | None, config_file: Path | None) -> int:
    """Take in the verdicts of an exported FILE. Nothing is overwritten; where testers differ, exit 1 with the list."""
    with _opened(config_file, audit_file) as (connection, _):
        taken = read_export(connection, file)
    click.echo(f"{taken.new} verdicts taken in, {taken.known} known already, {taken.files} attached files.")
    for line in taken.conflicts:
        click.echo(f"  conflict: {printable(line)}")
    return ExitCode.GATE_FAILED if taken.conflicts else ExitCode.OK


@command.command()
@click.option("--keep-runs", type=click.IntRange(min=1), help="Remove all runs but the newest of this number.")
@audit_file_option
@config_option
def purge(keep_runs: int | None, audit_file: Path | None, config_file: Path | None) -> None:
    """Remove what was kept of pages from the audit file for good; findings and verdicts stay."""
    with _opened(config_file, audit_file) as (connection, config):
        click.echo(f"Evidence of {purge_evidence(connection)} targets removed.")
        if keep_runs is not None:
            click.echo(f"{purge_runs(connection, keep_runs)} runs removed.")
    for path in purge_beside(config.audit_file):
        click.echo(f"{path} removed.")


@contextmanager
def _opened(config_file: Path | None, audit_file: Path | None) -> Iterator[tuple[sqlite3.Connection, Config]]:
    config = configuration.load(config_file, {"audit_file": audit_file})
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        yield connection, config


def _print(table: Table) -> None:
    Console(soft_wrap=False).print(table)
