"""The verdicts in force as one CSV sheet, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from io import StringIO

from a11ycheck.store.cells import safe_cell
from a11ycheck.store.verdicts import Ruling, Verdict, rulings

COLUMNS = (
    "subject", "key", "place", "result", "in_conflict", "tester", "role", "date", "method", "assistive_technology",
    "browser", "system", "product_version", "locale", "build", "url", "severity", "note",
)  # fmt: skip


def render_sheet(connection: sqlite3.Connection) -> str:
    """All verdicts in force with a header line, by subject, key and place; one line for each tester who differs.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sheet_rows(connection):
        writer.writerow([safe_cell(text) for text in row])
    return out.getvalue()


def sheet_rows(connection: sqlite3.Connection) -> Iterator[list[str]]:
    """The texts of all verdicts in force, in the order of `COLUMNS`."""
    for _, ruling in sorted(rulings(connection).items()):
        for verdict in (ruling.verdict, *ruling.rivals):
            yield _line(verdict, ruling)


def _line(verdict: Verdict, ruling: Ruling) -> list[str]:
    values = {"in_conflict": "yes" if ruling.rivals else "", "date": verdict.stamp[:10]}
    return [values[name] if name in values else str(getattr(verdict, name)) for name in COLUMNS]
