"""`a11ycheck audit status`: how far the audit is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
from rich.table import Table

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.cli.audit._opened import edition_option, opened, show
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.agenda import tasks
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.conformance.text import printable
from a11ycheck.standards.editions import EditionId, edition
from a11ycheck.store.queries import RunView


@click.command(
    "status",
    short_help="Show how far the audit is.",
    epilog=examples(
        "a11ycheck audit status",
        then="`a11ycheck vpat --final` when nothing blocks it.",
    ),
)
@edition_option
@audit_file_option
@run_option
@config_option
def command(edition_id: EditionId, audit_file: Path | None, run_id: int | None, config_file: Path | None) -> None:
    """Print how far the audit is: per answer, per tester, what blocks a final report, and minutes left."""
    with opened(config_file, audit_file) as (connection, config):
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
    show(table)
    signed = sum(task.state == "signed" for task in found)
    click.echo(f"\n{signed} of {len(found)} answers signed. About {sum(task.minutes for task in found)} minutes left.")
    for name, count in testers.most_common():
        click.echo(f"{printable(name)}: {count} verdicts in force.")
    click.echo(f"\n{len(acr.blockers)} points block a final report{':' if acr.blockers else '.'}")
    for line in acr.blockers:
        click.echo(f"  {printable(line)}")
