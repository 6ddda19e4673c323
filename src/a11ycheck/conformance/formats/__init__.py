"""Formats of the conformance report: one module each, with `FORMAT` and `render(acr) -> bytes`; found by scanning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from a11ycheck.conformance.acr import Acr
from a11ycheck.discovery import modules
from a11ycheck.errors import UsageError


@dataclass(frozen=True)
class AcrFormat:
    """The declaration of a format: its name on the command line, the extension of its file, what it is for."""

    name: str
    extension: str
    title: str


class Format(Protocol):
    """A module that writes a report."""

    FORMAT: AcrFormat

    def render(self, acr: Acr) -> bytes:
        """The whole file."""


def formats() -> dict[str, Format]:
    """All formats by name: those of this package, then those of the entry point group `a11ycheck.acr_formats`."""
    found = modules(__name__, "a11ycheck.acr_formats", "FORMAT")
    return {module.FORMAT.name: module for module in found}


def acr_format(name: str) -> Format:
    """The format of that name. Raises `UsageError` when there is none."""
    known = formats()
    if name not in known:
        raise UsageError(f"unknown report format {name!r}", f"Known formats: {', '.join(known)}.")
    return known[name]
