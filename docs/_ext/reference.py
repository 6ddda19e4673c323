"""Writes the reference part of the handbook from the code: a page per check, per command, and the configuration.

The pages go to docs/reference/, which git ignores. A page is only written when its text changed, so that builds stay incremental.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from sphinx.application import Sphinx

from a11ycheck.checks.base import Check, CheckMeta, checks
from a11ycheck.checks.manual import manual
from a11ycheck.cli import cli
from a11ycheck.config import Config
from a11ycheck.standards import wcag

POWER = {"fails": "proves failures", "asks": "asks a person", "evidence": "collects evidence"}


def write(folder: Path) -> None:
    """Write all pages below a folder and remove those of checks and commands that are gone."""
    pages = {
        "checks/index.md": _index("Checks", _CHECKS, [(each.META.id, each.META.title) for each in checks()]),
        "commands/index.md": _index(
            "Commands", _COMMANDS, [(words, found.get_short_help_str(120)) for words, found in _commands()]
        ),
        "config.md": _config(),
    }
    pages |= {f"checks/{each.META.id}.md": _check(each) for each in checks()}
    pages |= {f"commands/{_slug(words)}.md": _command(words, found) for words, found in _commands()}
    for path in folder.rglob("*.md"):
        if path.relative_to(folder).as_posix() not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


_CHECKS = """The checks of a11ycheck itself. Each page says why the check matters and to whom, how it looks, when it fails, asks and
passes, what to do, and what it cannot see. `a11ycheck explain ID` prints the same. The rules of axe-core, which run besides, are
documented by [Deque](https://dequeuniversity.com/rules/axe/)."""
_COMMANDS = """Only the result goes to standard output; progress goes to standard error.
`a11ycheck COMMAND --help` says the same as these pages."""
_CONFIG = """# Configuration

The keys of `a11ycheck.toml`, or of `[tool.a11ycheck]` in `pyproject.toml`. Most have a flag of the same name, which wins over an
environment variable `A11YCHECK_KEY` (`__` for nesting), which wins over the file. An unknown key is an error that
names file and key.
`a11ycheck schema config` prints the JSON Schema.

"""


def _index(title: str, text: str, entries: list[tuple[str, str]]) -> str:
    rows = "".join(f"| [{name}]({_slug(name)}.md) | {_cell(summary)} |\n" for name, summary in entries)
    tree = "\n".join(_slug(name) for name, _ in entries)
    heading = title.rstrip("s")
    return (
        f"# {title}\n\n{text}\n\n| {heading} | Says |\n| --- | --- |\n{rows}\n```{{toctree}}\n:hidden:\n\n{tree}\n```\n"
    )


def _check(check: Check) -> str:
    found = manual(check)
    parts = "".join(f"## {label}\n\n{text}\n\n" for label, text in found.parts.items())
    return f"# {check.META.id}\n\n{found.summary}\n\n{_facts(check.META)}\n{parts}"


def _facts(meta: CheckMeta) -> str:
    criteria = [f"[{num} {wcag.criterion(num).name}]({wcag.criterion(num).understanding_url})" for num in meta.criteria]
    rules = [f"[{rule}](https://www.w3.org/WAI/standards-guidelines/act/rules/{rule}/)" for rule in meta.act]
    facts = {
        "Criteria": ", ".join(criteria) or "none; best practice",
        "Power": POWER[meta.power],
        "Impact": str(meta.impact),
        "Runs from": f"`--effort {meta.effort}`",
        "Looks at": "all pages together" if meta.scope == "site" else "one page",
        "ACT rules": ", ".join(rules),
    }
    return "| About | This check |\n| --- | --- |\n" + "".join(
        f"| {name} | {text} |\n" for name, text in facts.items() if text
    )


def _commands() -> Iterator[tuple[str, click.Command]]:
    """All commands by their words, such as `audit open`; a group stands before its members."""
    root = click.Context(cli, info_name="a11ycheck")
    for name in cli.list_commands(root):
        found = cli.get_command(root, name)
        assert found is not None
        yield name, found
        if isinstance(found, click.Group):
            for inner in found.list_commands(root):
                command = found.get_command(root, inner)
                assert command is not None
                yield f"{name} {inner}", command


def _short(command: click.Command) -> str:
    return command.get_short_help_str(120)


def _slug(words: str) -> str:
    return words.replace(" ", "-")


def _command(words: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"a11ycheck {words}")
    usage = " ".join([f"a11ycheck {words}", *command.collect_usage_pieces(context)])
    text = (command.help or "").strip().replace("\b\n", "")
    options = [_option(parameter, context) for parameter in command.params if isinstance(parameter, click.Option)]
    table = "| Option | Does |\n| --- | --- |\n" + "".join(options) if options else ""
    return f"# a11ycheck {words}\n\n```text\n{usage}\n```\n\n{text}\n\n{table}{_examples(command.epilog or '')}"


def _examples(epilog: str) -> str:
    """The commands to try, as a block, and the next step."""
    if not epilog:
        return ""
    commands, _sep, then = epilog.partition("\n\n")
    shown = "\n".join(line.strip() for line in commands.splitlines() if line.strip().startswith("$ "))
    return f"\n## Examples\n\n```console\n{shown}\n```\n\n{then}\n"


def _option(option: click.Option, context: click.Context) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    several = " May be given several times." if option.multiple else ""
    return f"| {names}{_cell(value)} | {_cell(option.help or '')}{several} |\n"


def _config() -> str:
    sections: list[str] = []
    _table(Config, "", sections, set())
    return _CONFIG + "\n".join(sections)


def _table(model: type[BaseModel], prefix: str, sections: list[str], seen: set[type]) -> None:
    """The table of one model, then those of the models in it."""
    seen.add(model)
    title = f"## `{prefix}`\n\n" if prefix else "## Top level\n\n"
    doc = "" if model is Config else (model.__doc__ or "").strip().partition("\n\n")
    summary = re.sub(r"^`\[+[^`]*`: ", "", doc[0]) if doc else ""
    rest = f"\n\n{doc[2].strip()}" if doc and doc[2] else ""
    rows = "".join(_key(name, field) for name, field in model.model_fields.items())
    lead = f"{summary[:1].upper()}{summary[1:]}{rest}\n\n" if summary else ""
    sections.append(f"{title}{lead}| Key | Takes | Default | Says |\n| --- | --- | --- | --- |\n{rows}")
    for name, field in model.model_fields.items():
        many, inner = _models(field.annotation)
        for found in inner:
            if found not in seen:
                shown = f"{prefix.strip('[]')}.{name}".lstrip(".")
                _table(found, f"[[{shown}]]" if many else f"[{shown}]", sections, seen)


def _key(name: str, field: FieldInfo) -> str:
    default = "" if field.is_required() else _default(field.get_default(call_default_factory=True))
    return f"| `{field.alias or name}` | {_cell(_kind(field.annotation))} | {_cell(default)} | {_cell(field.description or '')} |\n"


def _default(value: Any) -> str:
    if value in (None, (), "") or isinstance(value, BaseModel | dict):
        return ""
    if isinstance(value, tuple):
        return ", ".join(_default(item) for item in value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _kind(annotation: Any) -> str:
    """A type in words that people who write TOML know."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _kind(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return " or ".join(dict.fromkeys(_kind(one) for one in arguments if one is not type(None)))
    if origin in (tuple, list):
        return f"list of {_kind(arguments[0])}"
    if origin is dict:
        return f"table of {_kind(arguments[1])}"
    return " or ".join(f"`{value}`" for value in arguments) if origin is Literal else _plain(annotation)


def _plain(annotation: type) -> str:
    if issubclass(annotation, StrEnum):
        return " or ".join(f"`{value}`" for value in annotation)
    if issubclass(annotation, BaseModel):
        return "table"
    names = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`", Path: "path"}
    return names.get(annotation, annotation.__name__)


def _models(annotation: Any) -> tuple[bool, list[type[BaseModel]]]:
    """The models a key holds, and whether it holds a list of them."""
    arguments = typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return False, [annotation]
    inner = [_models(one) for one in arguments]
    many = typing.get_origin(annotation) in (tuple, list) or any(one[0] for one in inner)
    return many, [model for _, models in inner for model in models]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the pages before Sphinx looks for sources."""
    app.connect("config-inited", lambda app, _config: write(Path(app.srcdir) / "reference"))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
