"""Rows of the Revised Section 508 standards, chapters 3 to 6, in template order.

Source: 36 CFR part 1194, appendices A and C (published 18 January 2017, corrected 22 January 2018), as laid
out in the VPAT 2.5Rev tables.
"""

from __future__ import annotations

from functools import cache

from a11ycheck.standards.datafiles import read_json
from a11ycheck.standards.rows import StandardRow, standard_row


@cache
def provisions(chapter: str | None = None) -> tuple[StandardRow, ...]:
    """Return all 126 rows, or those of one OpenACR chapter such as "software", in template order."""
    rows = (standard_row("508", record) for record in read_json("section508.json"))
    return tuple(row for row in rows if chapter in (None, row.chapter))


@cache
def _by_num() -> dict[str, StandardRow]:
    return {row.num: row for row in provisions()}


def provision(num: str) -> StandardRow:
    """Return the row with this number, such as "503.4.1". Raises `KeyError` when there is none."""
    return _by_num()[num]
