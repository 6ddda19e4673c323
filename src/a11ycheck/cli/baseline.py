"""`a11ycheck baseline`: accept what a run found as known."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, run_option
from a11ycheck.gate import baseline as known
from a11ycheck.gate.accepting import accept
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView


@click.command(
    short_help="Accept what is known today.",
    epilog=examples(
        "a11ycheck baseline",
        "a11ycheck baseline docs/a11y-baseline.json",
        then="`a11ycheck scan --baseline-file FILE` fails on what is new.",
    ),
)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Forget what an existing baseline knows of pages outside this run.")
@click.option("--fail-on-review", is_flag=True, default=None, help="Know needs-review findings too.")
@click.option("--fail-on-best-practice", is_flag=True, default=None, help="Know best-practice findings too.")
@run_option
@audit_file_option
@config_option
def command(
    file: Path | None,
    replace: bool,
    fail_on_review: bool | None,
    fail_on_best_practice: bool | None,
    run_id: int | None,
    audit_file: Path | None,
    config_file: Path | None,
) -> None:
    """Write a baseline that knows the findings of a stored run, and print its path.

    Without FILE, baseline_file of the configuration, or a11ycheck-baseline.json. Keep the file in version control.
    """
    flags = {
        "audit_file": audit_file, "baseline_file": file, "fail_on_review": fail_on_review,
        "fail_on_best_practice": fail_on_best_practice,
    }  # fmt: skip
    config = configuration.load(config_file, flags)
    path = config.baseline_file or known.DEFAULT_NAME
    with closing(open_audit_file(config.audit_file, create=False)) as connection:
        done = accept(RunView(connection, run_id), config, path, replace=replace)
    for line in done.lines:
        click.echo(line, err=True)
    if config.baseline_file is None:
        click.echo(f'Use it with --baseline-file, or set baseline_file = "{path}" in a11ycheck.toml.', err=True)
    click.echo(path)
