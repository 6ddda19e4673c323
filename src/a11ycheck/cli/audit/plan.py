"""`a11ycheck audit plan`: what is left, riskiest first."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.cli.audit._opened import edition_option, opened, show
from a11ycheck.conformance.agenda import CriterionFacts, by_risk, criterion_facts, tasks
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.standards.editions import EditionId, edition
from a11ycheck.store.queries import RunView


@click.command(
    "plan",
    short_help="Show what is left, in the order to do it.",
    epilog=examples(
        "a11ycheck audit plan",
        then="`a11ycheck audit` to do it.",
    ),
)
@edition_option
@audit_file_option
@run_option
@config_option
def command(edition_id: EditionId, audit_file: Path | None, run_id: int | None, config_file: Path | None) -> None:
    """Print what is left in the order to do it: where checks found most, then where no check looks."""
    with opened(config_file, audit_file) as (connection, config):
        view = RunView(connection, run_id)
        recorded = read(view, config)
        facts = criterion_facts(view)
        found = tasks(edition(edition_id), recorded, with_profile(config, recorded).product.profile)
    table = Table("", "Answer", "Why", "Minutes", box=None, pad_edge=False)
    for place, task in enumerate(by_risk(found, facts), 1):
        is_web = task.row.part == "wcag" and task.cell.component == "web"
        why = facts.get(task.row.num, CriterionFacts()).risk_text if is_web else "a person answers"
        table.add_row(str(place), task.label, why, str(task.minutes))
    show(table)
    if recorded.sample is None:
        click.echo("No audit sample has been chosen, so that no page counts yet: start `a11ycheck audit`.", err=True)
