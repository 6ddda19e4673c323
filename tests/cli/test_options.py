"""Shared options are worded once and arrive under the same name in every command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from a11ycheck.cli import _options


@pytest.mark.parametrize(
    ("option", "words", "given"),
    [
        (_options.config_option, ["-c", "x.toml"], {"config_file": Path("x.toml")}),
        (_options.audit_file_option, ["--audit-file", "x.db"], {"audit_file": Path("x.db")}),
        (_options.run_option, ["--run", "7"], {"run_id": 7}),
        (_options.output_dir_option, ["-o", "-"], {"output_dir": Path("-")}),
        (_options.language_option, ["--language", "es"], {"language": "es"}),
        (_options.single_file_option, ["--single-file"], {"single_file": True}),
        (_options.plain_option, ["--plain"], {"plain": True}),
    ],
)
def test_an_option_arrives_and_is_none_where_the_configuration_decides(
    option: Any, words: list[str], given: dict[str, Any]
) -> None:
    seen: list[dict[str, Any]] = []

    @click.command()
    @option
    def command(**options: Any) -> None:
        seen.append(options)

    runner = CliRunner()
    assert [runner.invoke(command, each).exit_code for each in (words, [])] == [0, 0]
    assert seen == [given, dict.fromkeys(given)]


def test_a_language_that_there_is_not_is_refused_with_those_that_are() -> None:
    @click.command()
    @_options.language_option
    def command(**options: Any) -> None: ...

    done = CliRunner().invoke(command, ["--language", "tlh"])
    assert done.exit_code == 2
    assert "'en', 'es'" in done.output
