"""The five conformance levels of a VPAT 2.5Rev report, with short definitions of our own.

A row that nobody has decided has none of them: "undecided" is a state of a draft, not a term.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from a11ycheck.standards.datafiles import read_toml


@dataclass(frozen=True, slots=True)
class Term:
    """A conformance level: OpenACR id, label, meaning, and whether only Level AAA rows may carry it."""

    id: str
    label: str
    meaning: str
    rows: Literal["all", "AAA"]


@cache
def terms() -> tuple[Term, ...]:
    """Return the five conformance levels in template order."""
    return tuple(Term(row["id"], row["label"], row["meaning"], row["rows"]) for row in read_toml("terms.toml")["term"])
