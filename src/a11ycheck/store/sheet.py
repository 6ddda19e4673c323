"""The verdicts in force as one CSV sheet, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from a11ycheck.store.cells import safe_cell
from a11ycheck.store.verdicts import Ruling, Subject, Verdict

COLUMNS = (
    "subject", "key", "place", "result", "in_conflict", "tester", "role", "date", "method", "assistive_technology",
    "browser", "system", "product_version", "locale", "build", "url", "severity", "note",
)  # fmt: skip
Rulings = Mapping[tuple[Subject, str, str], Ruling]


def render_sheet(found: Rulings) -> str:
    """All verdicts in force with a header line, by subject, key and place; one line for each tester who differs.

    `found`: as of `verdicts.rulings`.
    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sheet_rows(found):
        writer.writerow([safe_cell(text) for text in row])
    return out.getvalue()


def sheet_rows(found: Rulings) -> Iterator[list[str]]:
    """The texts of all verdicts in force, in the order of `COLUMNS`."""
    for _, ruling in sorted(found.items(), key=lambda each: each[0]):
        for verdict in (ruling.verdict, *ruling.rivals):
            yield _line(verdict, ruling)


def _line(verdict: Verdict, ruling: Ruling) -> list[str]:
    values = {"in_conflict": "yes" if ruling.rivals else "", "date": verdict.stamp[:10]}
    return [values[name] if name in values else str(getattr(verdict, name)) for name in COLUMNS]
