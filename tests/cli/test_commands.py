"""Commands are the files of a package, imported when they are used."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from a11ycheck.cli._commands import FoundCommands

COMMAND = "import click\n@click.command()\ndef command():\n    'Says {0}.'\n    click.echo('{0}')\n"


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FoundCommands:
    package = tmp_path / "found_here"
    package.mkdir()
    for name in ("one_more", "import_", "_private", "__init__"):
        (package / f"{name}.py").write_text(COMMAND.format(name))
    monkeypatch.syspath_prepend(tmp_path)
    return FoundCommands("tool", package="found_here", path=[str(package)])


def test_a_file_is_a_command_unless_its_name_begins_with_an_underscore(group: FoundCommands) -> None:
    context = click.Context(group)
    assert group.list_commands(context) == ["import", "one-more"]
    assert group.get_command(context, "private") is None


def test_only_the_command_that_is_used_is_imported(group: FoundCommands) -> None:
    done = CliRunner().invoke(group, ["one-more"])
    assert (done.exit_code, done.output) == (0, "one_more\n")
    assert {name for name in sys.modules if name.startswith("found_here.")} == {"found_here.one_more"}
    del sys.modules["found_here.one_more"], sys.modules["found_here"]


def test_a_command_that_there_is_not_is_an_error_of_use(group: FoundCommands) -> None:
    done = CliRunner().invoke(group, ["onemore"])
    assert done.exit_code == 2
    assert "No such command" in done.output
