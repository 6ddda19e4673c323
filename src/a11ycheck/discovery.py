"""Finds units by scanning a package and the entry points of third parties, so that there is no list to edit."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from a11ycheck.errors import A11yCheckError


@cache
def modules(package: str, group: str, marker: str) -> tuple[Any, ...]:
    """All modules of a package that define `marker`, plus what the entry point group adds.

    Raises `A11yCheckError` naming the entry point that cannot be loaded or lacks the marker.
    """
    root = importlib.import_module(package)
    found = [
        module
        for info in sorted(pkgutil.iter_modules(root.__path__), key=lambda info: info.name)
        if hasattr(module := importlib.import_module(f"{package}.{info.name}"), marker)
    ]
    for entry in sorted(entry_points(group=group), key=lambda entry: entry.name):
        try:
            module = entry.load()
        except Exception as error:
            raise A11yCheckError(
                f"the plugin {entry.name} ({entry.value}) cannot be loaded: {error}", "Update or uninstall it."
            ) from error
        if not hasattr(module, marker):
            raise A11yCheckError(
                f"the plugin {entry.name} ({entry.value}) has no {marker}", "See docs: adding a check."
            )
        found.append(module)
    return tuple(found)
