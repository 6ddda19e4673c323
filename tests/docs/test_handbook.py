"""The handbook builds without a warning, its own builder finds no violation in it, and its commands exist."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import tomlkit

from a11ycheck.cli import cli
from a11ycheck.config import load

ROOT = Path(__file__).parents[2]
ALIKE = (
    "*/reference/checks/[!ir]*", "*/reference/checks/im*", "*/reference/checks/re[!f]*", "*/reference/commands/[!is]*",
    "*/reference/commands/in[!d]*", "*/reference/commands/init*", "*/reference/commands/s[!c]*", "*/genindex*",
    "*/ci/[!R]*", "*/decisions/[!w]*", "*/accuracy/[!R]*",
)  # fmt: skip
"""Pages made by the same template as others, which this test leaves out; `make handbook` audits all."""


LOOKS = {
    "dark": {"A11YCHECK_COLOR_SCHEME": '["dark"]'},
    "narrow": {"A11YCHECK_VIEWPORT": '["320x640"]'},
    "forced colours": {"A11YCHECK_FORCED_COLORS": "[true]"},
}


def build(out: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The handbook, built and audited by its own builder into a folder."""
    environment = os.environ | {
        "A11YCHECK_EXCLUDE_URLS": ("[" + ",".join(f'"{glob}"' for glob in ALIKE) + "]"),
        "A11YCHECK_SAMPLE": "0%",
        "A11YCHECK_WORKERS": "1",
        "A11YCHECK_AUDIT_FILE": str(out / "audit.db"),
        "A11YCHECK_OUTPUT_DIR": str(out / "report"),
    }
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", "a11y", "-d", str(out / "trees")]
    return subprocess.run(
        [*command, str(ROOT / "docs"), str(out / "html")],
        env=environment | more,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_builds_without_warnings_with_a_page_for_all_and_has_no_violation(tmp_path: Path) -> None:
    done = build(tmp_path)
    output = tmp_path / "html" / "output.txt"
    assert (done.returncode, done.stderr) == (0, ""), output.read_text(encoding="utf-8") if output.exists() else ""
    pages = tmp_path / "html" / "reference"
    assert (pages / "checks" / "target-size.html").is_file()
    assert (pages / "commands" / "acr-lint.html").is_file()
    assert "keep_evidence" in (pages / "config.html").read_text(encoding="utf-8")


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("sample", ["10%", "all"])
@pytest.mark.parametrize("look", LOOKS)
def test_no_look_of_it_has_a_violation_in_a_thorough_run(look: str, sample: str, tmp_path: Path) -> None:
    done = build(tmp_path, A11YCHECK_EFFORT="thorough", A11YCHECK_SAMPLE=sample, **LOOKS[look])
    output = tmp_path / "html" / "output.txt"
    assert (done.returncode, done.stderr) == (0, ""), output.read_text(encoding="utf-8") if output.exists() else ""


def shown_commands() -> Iterator[tuple[str, str]]:
    """Every `a11ycheck` line of a console block, with the page it stands on."""
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        if "reference" in path.parts:
            continue
        for block in re.findall(r"```(?:console|sh|shell|bash)\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
            for line in block.replace("\\\n", " ").splitlines():
                words = line.removeprefix("$ ").strip().removeprefix(".venv/bin/")
                if words.startswith("a11ycheck "):
                    yield path.relative_to(ROOT).as_posix(), words


def shown_configuration() -> Iterator[tuple[str, str]]:
    """Every TOML block, with the page it stands on."""
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        if "reference" not in path.parts:
            for indent, block in re.findall(
                r"^( *)```toml\n(.*?)^ *```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
            ):
                yield path.relative_to(ROOT).as_posix(), textwrap.dedent(indent + block) if indent else block


@pytest.mark.parametrize(("page", "block"), list(shown_configuration()))
def test_configuration_that_it_shows_is_valid(page: str, block: str, tmp_path: Path) -> None:
    table = tomllib.loads(block)
    if "tool" in table or "project" in table:
        table = table.get("tool", {}).get("a11ycheck", {})
    if set(table) == {"steps"}:
        table = {"login": table}
    file = tmp_path / "a11ycheck.toml"
    file.write_text(tomlkit.dumps(table), encoding="utf-8")
    load(file)


def commands(group: click.Group = cli, words: str = "a11ycheck") -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, groups too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{words} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{words} {name}")


def help_commands() -> Iterator[tuple[str, str]]:
    """Every command that the help of a command gives as an example, with that command."""
    for words, command in commands():
        for line in (command.epilog or "").splitlines():
            if line.strip().startswith("$ "):
                yield words, line.strip().removeprefix("$ ")


@pytest.mark.parametrize(("words", "command"), list(commands()))
def test_the_help_of_a_command_has_a_short_line_and_examples_of_its_own(words: str, command: click.Command) -> None:
    assert 0 < len(command.short_help or "") <= 55
    assert any(line.startswith(words) for where, line in help_commands() if where == words)


@pytest.mark.parametrize(("page", "line"), [*shown_commands(), *help_commands()])
def test_commands_that_it_shows_exist_with_their_options(page: str, line: str) -> None:
    before_pipe = re.split(r" [|&>]", line)[0]
    words = shlex.split(before_pipe, comments=True)[1:]
    context = click.Context(cli, info_name="a11ycheck")
    command: click.Command = cli
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words[0])
        assert found is not None, f"{page}: {line}"
        command, words = found, words[1:]
        context = click.Context(command, parent=context, info_name=command.name)
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    known |= {"--help", "-h", "--version"}
    used = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
    assert used <= known, f"{page}: {line}"
