"""`a11ycheck diff`: what changed between two runs."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

import click

from a11ycheck import config as configuration
from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, language_option
from a11ycheck.language import speaking
from a11ycheck.reporters import difference
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

WRITERS = {"text": difference.as_text, "markdown": difference.as_markdown, "html": difference.as_html}


@click.command(
    short_help="Show what changed between two runs.",
    epilog=examples(
        "a11ycheck diff 3 4",
        "a11ycheck diff main.db branch.db -f markdown",
        "a11ycheck diff 3 4 -f html --language es > diff.html",
        then="`a11ycheck explain RULE` says how to repair what is new.",
    ),
)
@click.argument("a")
@click.argument("b")
@click.option("--format", "-f", "form", type=click.Choice(list(WRITERS)), default="text", help="How it is told.")
@audit_file_option
@config_option
@language_option
def command(a: str, b: str, form: str, audit_file: Path | None, config_file: Path | None, language: str | None) -> None:
    """Print what is new, seen fixed, not rechecked and unchanged from run A to run B, by group.

    A and B are numbers of stored runs, or audit files, whose newest run is taken.
    """
    config = configuration.load(config_file, {"audit_file": audit_file, "language": language})
    with speaking(config.language), ExitStack() as opened:
        before, after = (_run(name, config.audit_file, opened) for name in (a, b))
        click.echo(WRITERS[form](difference.difference(before, after)), nl=False)


def _run(name: str, audit_file: Path, opened: ExitStack) -> RunView:
    path, number = (audit_file, int(name)) if name.isdecimal() else (Path(name), None)
    return RunView(opened.enter_context(closing(open_audit_file(path, create=False))), number)
