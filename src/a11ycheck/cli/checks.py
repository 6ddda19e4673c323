"""`a11ycheck checks`: list the checks."""

from __future__ import annotations

import json

import click

from a11ycheck.checks.base import CheckMeta, checks
from a11ycheck.cli._examples import examples
from a11ycheck.evidence.base import collectors
from a11ycheck.model import Json

POWER = {"fails": "proves", "asks": "asks", "evidence": "informs"}


@click.command(
    short_help="List what is checked.",
    epilog=examples(
        "a11ycheck checks",
        then="`a11ycheck explain ID` says more about one.",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--criterion", metavar="NUMBER", help="Only checks of this WCAG criterion, such as 1.1.1.")
def command(as_json: bool, criterion: str | None) -> None:
    """List the checks: what each proves or asks, at which effort it runs, and the ACT rules it follows.

    `a11ycheck explain ID` says more about one. The check axe stands for all rules of axe-core.
    """
    rows = [_row(check.META) for check in checks() if criterion is None or criterion in check.META.criteria]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    lines = [("CHECK", "CRITERIA", "POWER", "COST", "ACT", "HOLDS WHEN IT PASSES")]
    for row in rows:
        criteria, act = " ".join(row["criteria"]), " ".join(row["act"])
        lines.append((row["id"], criteria, row["power"], row["cost"], act, row["title"]))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    for line in lines:
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[5]]))


def _row(meta: CheckMeta) -> dict[str, Json]:
    driving = {collector.META.name for collector in collectors() if collector.META.driving}
    how = "site" if meta.scope == "site" else "drives" if driving & set(meta.needs) else "reads"
    return {
        "id": meta.id,
        "title": meta.title,
        "criteria": list(meta.criteria),
        "power": POWER[meta.power],
        "cost": f"{meta.effort}, {how}",
        "act": list(meta.act),
    }
