"""The command line. One command is one file with a Click command named `command`; no logic lives here."""

from __future__ import annotations

import sys
from typing import Any

import click

from a11ycheck import __version__
from a11ycheck.cli._commands import FoundCommands
from a11ycheck.errors import A11yCheckError, ExitCode


@click.group(
    cls=FoundCommands, package=__name__, path=__path__, context_settings={"help_option_names": ["-h", "--help"]}
)  # fmt: skip
@click.version_option(__version__, prog_name="a11ycheck")
def cli() -> None:
    """Scan pages and web applications for accessibility barriers, and write the conformance report."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with an `ExitCode`."""
    try:
        result: Any = cli.main(args=args, prog_name="a11ycheck", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except A11yCheckError as error:
        click.echo(f"Error: {error.message}", err=True)
        if error.hint:
            click.echo(error.hint, err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(ExitCode.OK)
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(
            "Error: a fault of a11ycheck itself, not of the page. Please report it with the lines above.", err=True
        )
        sys.exit(ExitCode.NOT_AUDITED)
    sys.exit(result if isinstance(result, int) else ExitCode.OK)
