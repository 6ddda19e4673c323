"""A group of commands that are found by scanning a package: one command is one file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Any

import click


class FoundCommands(click.Group):
    """Finds commands by scanning a package; a module is imported only when its command is used or listed."""

    def __init__(self, *args: Any, package: str, path: Iterable[str], **options: Any) -> None:
        """`package` and `path`: `__name__` and `__path__` of the package that holds the commands."""
        super().__init__(*args, **options)
        names = (info.name for info in pkgutil.iter_modules(path) if not info.name.startswith("_"))
        self._modules = {name.removesuffix("_").replace("_", "-"): f"{package}.{name}" for name in names}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return sorted(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self._modules:
            return None
        command = importlib.import_module(self._modules[cmd_name]).command
        assert isinstance(command, click.Command)
        return command
