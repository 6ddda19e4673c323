"""Finds and reads the file of the configuration: `a11ycheck.toml`, or `[tool.a11ycheck]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from a11ycheck.errors import ConfigError

CONFIG_NAME = "a11ycheck.toml"


def read(path: Path | None) -> tuple[str, dict[str, Any]]:
    """The file that holds the configuration, and its values; both empty where there is none.

    Raises `ConfigError` when the file is missing, is no TOML, or another one holds a configuration too.
    """
    if path is not None:
        if not path.is_file():
            raise ConfigError(f"{path}: no such configuration file", "Check the path given with --config.")
        table = _parse(path)
        return str(path), table.get("tool", {}).get("a11ycheck", {}) if path.name == "pyproject.toml" else table
    own, project = Path(CONFIG_NAME), Path("pyproject.toml")
    if own.is_file():
        if project.is_file() and "a11ycheck" in _parse(project).get("tool", {}):
            raise ConfigError(
                f"two configurations: {own} and [tool.a11ycheck] in {project}",
                "Keep one, or name the one to use with --config.",
            )
        return str(own), _parse(own)
    if project.is_file():
        return str(project), _parse(project).get("tool", {}).get("a11ycheck", {})
    return "", {}


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}", "The file is not valid TOML.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None


def merged(low: dict[str, Any], high: dict[str, Any]) -> dict[str, Any]:
    """Values with those of `high` on top, table by table."""
    both = dict(low)
    for key, value in high.items():
        tables = isinstance(value, dict) and isinstance(both.get(key), dict)
        both[key] = merged(both[key], value) if tables else value
    return both
