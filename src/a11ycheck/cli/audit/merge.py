"""`a11ycheck audit merge`: two exported audits become one."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.conformance.text import printable
from a11ycheck.errors import ExitCode
from a11ycheck.store.three_way import merge_exports

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "merge",
    short_help="Merge two exported audits.",
    epilog=examples(
        "a11ycheck audit merge base.yaml mine.yaml other.yaml",
        then="`a11ycheck audit import` with the merged file.",
    ),
)
@click.argument("base", type=_FILE)
@click.argument("mine", type=_FILE)
@click.argument("other", type=_FILE)
@click.option("--output", "-o", type=_FILE, help="Where the result is written; default MINE.")
def command(base: Path, mine: Path, other: Path, output: Path | None) -> int:
    """Merge MINE and OTHER, two exported audits that both began from BASE.

    What one side changed is taken. What both changed differently stays as MINE has it and is listed, as is everything on which
    testers differ now; then the exit code is 1. Comments of MINE stay. As a merge driver of git: %O %A %B.
    """
    out = output or mine
    merged = merge_exports(base, mine, other, out)
    click.echo(out)
    click.echo(f"{merged.theirs} entries taken from {other}, {len(merged.conflicts)} conflicts.", err=True)
    for line in merged.conflicts:
        click.echo(f"conflict: {printable(line)}")
    return ExitCode.GATE_FAILED if merged.conflicts else ExitCode.OK
