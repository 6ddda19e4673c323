"""`a11ycheck merge`: join the audit files of shards."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import config_option
from a11ycheck.errors import ExitCode
from a11ycheck.store.merge import merge


@click.command(
    short_help="Join the parts of a scan from several jobs.",
    epilog=examples(
        "a11ycheck merge shard-1.db shard-2.db",
        then="`a11ycheck scan --resume` with the same targets drives the sample and decides the gate.",
    ),
)
@click.argument("files", metavar="DB...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False),
    help="Audit file that gets the joined run; default .a11ycheck/audit.db.",
)  # fmt: skip
@config_option
def command(files: tuple[Path, ...], output: Path | None, config_file: Path | None) -> int:
    """Join audit files written by `scan --shard k/n` into one run, and print the file's path.

    Then `a11ycheck scan --resume` with the same targets drives the pages that stand for their cluster, writes the reports and
    decides the gate. A shard that is missing or was not finished is named, and the exit code is 3.
    """
    config = configuration.load(config_file, {"audit_file": output})
    merged = merge(files, config.audit_file)
    click.echo(config.audit_file)
    click.echo(f"Run {merged.run_id}: {merged.targets} targets of {merged.shards} shards.", err=True)
    for problem in merged.problems:
        click.echo(f"Warning: {problem}.", err=True)
    click.echo("Go on with `a11ycheck scan --resume` and the same targets.", err=True)
    return ExitCode.NOT_AUDITED if merged.problems else ExitCode.OK
