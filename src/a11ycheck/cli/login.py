"""`a11ycheck login`: a person logs in once, scans use it until it expires."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from a11ycheck.browser.hand_login import log_in_by_hand
from a11ycheck.browser.storage_state import write_storage_state
from a11ycheck.cli._examples import examples
from a11ycheck.targets.urls import checked


@click.command(
    "login",
    short_help="Log in by hand and keep the login.",
    epilog=examples(
        "a11ycheck login https://app.example.org/",
        then="`a11ycheck scan --storage-state FILE`, with the file that was printed.",
    ),
)
@click.argument("url")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), default=Path(".a11ycheck/login.state"), show_default=True,
    help="Where the login is saved.",
)  # fmt: skip
@click.option(
    "--expires", type=click.FloatRange(min=0, min_open=True), default=12.0, show_default=True,
    help="Hours it is good for.",
)  # fmt: skip
@click.option("--browser-path", type=click.Path(path_type=Path), help="Browser executable to use.")
def command(url: str, output: Path, expires: float, browser_path: Path | None) -> None:
    """Open a browser window at URL, where you log in: single sign-on, a second factor, a smart card.

    Then press Enter here, or close the window. The login is saved encrypted, for `scan --storage-state FILE`; the key is in
    A11YCHECK_STATE_KEY, or in a file of yours that is made on first use.
    """
    entered = threading.Event()
    threading.Thread(target=_wait_for_enter, args=(entered,), daemon=True).start()
    click.echo("Log in, in the window. Then press Enter here, or close the window.", err=True)
    state = log_in_by_hand(checked(url, "URL"), entered.is_set, browser_path=browser_path)
    write_storage_state(output, state, seconds=expires * 3600)
    click.echo(
        f"Good for {expires:g} hour{'s' * (expires != 1)}. Use it with: a11ycheck scan --storage-state {output}",
        err=True,
    )
    click.echo(output)


def _wait_for_enter(entered: threading.Event) -> None:
    if sys.stdin.readline():
        entered.set()
