"""Questions about the product that decide which rows outside the WCAG tables apply to a web product.

Wording is ours. The facts behind it: 36 CFR 1194, EN 301 549 V3.2.1 with its Table A.1 (web pages), the
VPAT 2.5Rev guidance for web-only products, and Trusted Tester 5.1.3 for media players.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from a11ycheck.standards.datafiles import read_toml
from a11ycheck.standards.rows import Handling


@dataclass(frozen=True, slots=True)
class Question:
    """A yes-or-no question about the product.

    `ask` is the question, `help` what to think of, `no` the reason for Not Applicable when the answer is no.
    """

    id: str
    ask: str
    help: str
    no: str


@cache
def questions() -> dict[str, Question]:
    """Return the 16 product questions by id, in the order in which to ask them."""
    records = read_toml("profile.toml")["question"]
    return {name: Question(name, row["ask"], row["help"], row["no"]) for name, row in records.items()}


def handling_text(handling: Handling) -> str:
    """Return one sentence on how a row with this handling gets its answer."""
    text: str = read_toml("profile.toml")["handling"][handling]
    return text


def row_note(num: str) -> str | None:
    """Return the explanation for a Section 508 or EN 301 549 row, from the row itself or its nearest parent.

    WCAG numbers have none; do not ask for them, since EN clauses share the form of the number.
    """
    notes: dict[str, str] = read_toml("profile.toml")["note"]
    parts = num.split(".")
    candidates = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((notes[name] for name in candidates if name in notes), None)
