"""`a11ycheck scan`: audit pages and applications, store the run, write reports, decide the gate."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from a11ycheck.cli._examples import examples
from a11ycheck.cli._options import audit_file_option, config_option, language_option, plain_option, single_file_option
from a11ycheck.cli._progress import ScanProgress
from a11ycheck.config import Config, load
from a11ycheck.errors import ExitCode
from a11ycheck.gate.updating import check_baseline, update
from a11ycheck.gate.verdict import decide
from a11ycheck.gate.wording import details
from a11ycheck.language import gettext as _
from a11ycheck.language import later, ngettext, speaking
from a11ycheck.model import Effort, Impact, Interact
from a11ycheck.reporters import terminal
from a11ycheck.reporters.base import check_output_dir, reporter, write_reports
from a11ycheck.reporters.terminal import Detail
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

F = TypeVar("F", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path)
NO_SANDBOX = later("Warning: the browser only started without its sandbox; scan only pages you trust.")


def _scan_options(function: F) -> F:
    choices = {
        "--standard": ["wcag20", "wcag21", "wcag22", "508", "en301549"],
        "--fail-on": [impact.value for impact in Impact],
        "--effort": [effort.value for effort in Effort],
        "--interact": [level.value for level in Interact],
        "--color-scheme": ["light", "dark"],
        "--reduced-motion": ["true", "false"],
        "--forced-colors": ["true", "false"],
        "--keep-evidence": ["none", "sample", "all"],
        "--executor": ["processes", "serial", "dask"],
    }
    fields = Config.model_fields
    repeatable = (
        "--format",
        "--standard",
        "--include-urls",
        "--exclude-urls",
        "--header",
        "--viewport",
        "--color-scheme",
        "--reduced-motion",
        "--forced-colors",
    )
    values = (
        "--output-dir", "--changed-since", "--scheduler",
        "--baseline-file", "--sample", "--wait-for", "--storage-state", "--axe-source",
        "--axe-locale", "--browser-path", "--max-pages", "--depth", "--workers", "--seed", "--timeout", "--load-timeout",
        "--shard",
    )  # fmt: skip
    types: dict[str, Any] = {
        "--max-pages": int, "--depth": int, "--workers": int, "--seed": int, "--timeout": float, "--load-timeout": float,
        "--output-dir": _FILE, "--baseline-file": _FILE, "--storage-state": _FILE, "--axe-source": _FILE, "--axe-locale": _FILE,
        "--browser-path": _FILE,
    }  # fmt: skip
    for name in ("--fail-on-review", "--fail-on-best-practice", "--exit-zero", "--ignore-robots", "--block-offsite"):
        function = click.option(name, is_flag=True, default=None, help=fields[_key(name)].description)(function)
    for name in (*values, *repeatable, *(name for name in choices if name not in repeatable)):
        kind = click.Choice(choices[name]) if name in choices else types.get(name, str)
        short = ("-o",) if name == "--output-dir" else ()
        function = click.option(
            name, *short, type=kind, multiple=name in repeatable, help=fields[_key(name)].description
        )(function)
    return function


def _key(name: str) -> str:
    return name.lstrip("-").replace("-", "_")


@click.command(
    "scan",
    short_help="Audit pages and states of applications.",
    epilog=examples(
        "a11ycheck scan build/html",
        "a11ycheck scan https://docs.example.org/sitemap.xml --effort thorough",
        "a11ycheck scan https://app.example.org/ --depth 2 --max-pages 50",
        then="open a11y-report/findings.html, then `a11ycheck baseline` or `a11ycheck audit`.",
    ),
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@config_option
@audit_file_option
@language_option
@single_file_option
@plain_option
@_scan_options
@click.option("--update-baseline", is_flag=True, help="Take what is seen fixed out of the baseline; nothing is added.")
@click.option("--resume", is_flag=True, help="Go on with the newest unfinished run of the same targets.")
@click.option("--no-cache", "cache", flag_value=False, default=None, help="Audit unchanged pages again, too.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what could not be audited, totals and the result.")
@click.option("--verbose", "-v", is_flag=True, help="Say each page as it is done, and all groups.")
def command(
    targets: tuple[str, ...],
    config_file: Path | None,
    update_baseline: bool,
    resume: bool,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Audit pages: URLs, folders of rendered HTML, .html files, sitemap.xml, or .txt lists of URLs.

    Without TARGET, what the configuration lists. Reports go to the output folder, the run into the audit file.
    """
    given = {key: value for key, value in flags.items() if value not in (None, ())}
    config = load(config_file, given | ({"targets": targets} if targets else {}))
    for name in config.format:
        reporter(name)
    check_output_dir(config.output_dir)
    check_baseline(config, update=update_baseline)
    progress = ScanProgress(quiet=quiet, verbose=verbose, plain=config.plain)
    with _stop_politely(), speaking(config.language), progress:
        finished = run(config, progress, resume=resume)
    with speaking(config.language), closing(open_audit_file(config.audit_file, create=False)) as connection:
        view = RunView(connection, finished.run_id)
        written = write_reports(view, config, config.format, config.output_dir)
        gate = decide(view, config, finished.problems)
        if not quiet:
            if finished.versions.get("sandbox") is False:
                click.echo(_(NO_SANDBOX), err=True)
            if finished.reused:
                told = ngettext(
                    "%(num)s visit has not changed since an earlier run, whose results were taken.",
                    "%(num)s visits have not changed since an earlier run, whose results were taken.",
                    finished.reused,
                )
                click.echo(told % {"num": finished.reused}, err=True)
            for problem in finished.problems:
                click.echo(_("Warning: %(problem)s") % {"problem": problem}, err=True)
        said = [*details(gate), *(update(gate, config) if update_baseline else ())]
        detail = Detail.BRIEF if quiet else Detail.WHOLE if verbose else Detail.USUAL
        console = Console(highlight=False, soft_wrap=False)
        terminal.show(view, console, gate.line, written, said, detail=detail, plain=config.plain)
    return ExitCode.INTERRUPTED if finished.interrupted else gate.exit_code


@contextlib.contextmanager
def _stop_politely() -> Iterator[None]:
    """Treat a polite kill like Ctrl-C, and Ctrl-C as such in a background job too: finished pages are kept and reported."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
