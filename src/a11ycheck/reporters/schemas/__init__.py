"""The published JSON Schemas of the JSON formats: `<name>-v<major version>.json`, by name."""

from __future__ import annotations

from importlib.resources import files

_SUFFIX = "-v1.json"


def names() -> tuple[str, ...]:
    """Names of the schemas, such as `findings`."""
    return tuple(
        sorted(item.name.removesuffix(_SUFFIX) for item in files(__package__).iterdir() if item.name.endswith(_SUFFIX))
    )


def text(name: str) -> str:
    """A schema as JSON text. Raises `FileNotFoundError` for an unknown name."""
    return files(__package__).joinpath(name + _SUFFIX).read_text(encoding="utf-8")
