"""Options that several commands share: one definition, the same wording everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from a11ycheck.language import languages

F = TypeVar("F", bound=Callable[..., Any])


def config_option(function: F) -> F:
    """`--config`: which configuration file to read."""
    return click.option(
        "--config", "-c", "config_file", type=click.Path(path_type=Path),
        help="Configuration file; default a11ycheck.toml or [tool.a11ycheck] in pyproject.toml.",
    )(function)  # fmt: skip


def audit_file_option(function: F) -> F:
    """`--audit-file`: which audit file to read or write."""
    return click.option(
        "--audit-file", type=click.Path(path_type=Path), help="Audit file; default .a11ycheck/audit.db."
    )(function)


def run_option(function: F) -> F:
    """`--run`: which stored run to read."""
    return click.option("--run", "run_id", type=int, help="Number of a stored run; default the newest.")(function)


def output_dir_option(function: F) -> F:
    """`--output-dir`: where reports go; `-` prints a one-file format."""
    return click.option(
        "--output-dir", "-o", type=click.Path(path_type=Path, allow_dash=True),
        help="Folder for reports; default a11y-report. A dash prints a one-file format.",
    )(function)  # fmt: skip


def language_option(function: F) -> F:
    """`--language`: the language of reports and of the terminal."""
    return click.option(
        "--language",
        type=click.Choice(languages()),
        help="Language of reports for people and of the terminal; default en.",
    )(function)


def single_file_option(function: F) -> F:
    """`--single-file`: the HTML report as one file."""
    return click.option(
        "--single-file", is_flag=True, default=None, help="Write the HTML report as one file, with the pictures inside."
    )(function)


def plain_option(function: F) -> F:
    """`--plain`: the terminal for screen readers."""
    return click.option(
        "--plain", is_flag=True, default=None, help="No colours, bars and indentation: for screen readers."
    )(function)
