"""`a11ycheck acr`: work on conformance reports that exist as files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from a11ycheck.conformance.lint.document import Severity
from a11ycheck.conformance.lint.run import lint as lint_file
from a11ycheck.errors import ExitCode


@click.group()
def command() -> None:
    """Work on conformance reports that exist as files."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
def lint(file: Path) -> int:
    """Check a conformance report, ours or anyone's: OpenACR YAML, Word or HTML. Errors exit 1."""
    problems = lint_file(file)
    for problem in problems:
        click.echo(f"{file}: {problem.severity}: {problem.place}: {problem.message} [{problem.rule}]")
    counts = Counter(problem.severity for problem in problems)
    click.echo(f"{counts[Severity.ERROR]} errors, {counts[Severity.WARNING]} warnings", err=True)
    return ExitCode.GATE_FAILED if counts[Severity.ERROR] else ExitCode.OK
