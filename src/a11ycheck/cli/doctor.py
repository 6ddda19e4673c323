"""`a11ycheck doctor`: what a scan needs on this machine, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import config_option
from a11ycheck.doctor import Health, examine
from a11ycheck.errors import ExitCode


@click.command(
    short_help="Say what a scan needs here and what is missing.",
    epilog=examples(
        "a11ycheck doctor",
        then="mend what it names, then `a11ycheck scan`.",
    ),
)
@config_option
@click.option("--browser-path", type=click.Path(path_type=Path), help="Try this browser instead of looking for one.")
def command(config_file: Path | None, browser_path: Path | None) -> int:
    """Look at browser, axe-core, configuration, folders, audit file and optional parts.

    Exit code 3 when a scan could not succeed, else 0.
    """
    worst = Health.OK
    for diagnosis in examine(config_file, browser_path):
        click.echo(f"{diagnosis.health.value.upper():8} {diagnosis.subject}: {diagnosis.found}")
        if diagnosis.remedy:
            click.echo(f"{'':8} {diagnosis.remedy}")
        if diagnosis.health is Health.PROBLEM:
            worst = Health.PROBLEM
    return ExitCode.NOT_AUDITED if worst is Health.PROBLEM else ExitCode.OK
