"""Rows of EN 301 549 in template order, and the clauses that repeat WCAG criteria.

Source: EN 301 549 V3.2.1 (2021-03), clauses 4 to 13, tables A.1 and B.2, as laid out in the VPAT 2.5Rev
tables. The version is a parameter; a newer one needs its own data files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from a11ycheck.standards.datafiles import read_json
from a11ycheck.standards.rows import StandardRow, standard_row

VERSIONS = ("3.2.1",)
DEFAULT_VERSION = "3.2.1"


@dataclass(frozen=True, slots=True)
class WcagClause:
    """A clause 9, 10 or 11 entry that repeats a WCAG criterion; reports answer it in the WCAG tables.

    Clause 9.6, the conformance requirements, belongs to no criterion.
    """

    num: str
    title: str
    criterion: str | None


@cache
def clauses(chapter: str | None = None, version: str = DEFAULT_VERSION) -> tuple[StandardRow, ...]:
    """Return all 164 rows, or those of one OpenACR chapter, in template order.

    Raises `ValueError` for a version of the standard that has no data here.
    """
    rows = (standard_row("en301549", record) for record in read_json(_file(version, "")))
    return tuple(row for row in rows if chapter in (None, row.chapter))


@cache
def wcag_clauses(version: str = DEFAULT_VERSION) -> tuple[WcagClause, ...]:
    """Return the 156 clauses 9.x, 10.x and 11.x that repeat WCAG criteria, and 9.6."""
    return tuple(WcagClause(row["clause"], row["title"], row["wcag"]) for row in read_json(_file(version, "-wcag")))


@cache
def _by_num(version: str) -> dict[str, StandardRow]:
    return {row.num: row for row in clauses(version=version)}


@cache
def _criterion_by_clause(version: str) -> dict[str, str | None]:
    return {row.num: row.criterion for row in wcag_clauses(version)}


def clause(num: str, version: str = DEFAULT_VERSION) -> StandardRow:
    """Return the row with this number, such as "11.7". Raises `KeyError` when there is none."""
    return _by_num(version)[num]


def clause_criterion(num: str, version: str = DEFAULT_VERSION) -> str | None:
    """Return the WCAG criterion that a clause such as "9.1.4.3" repeats, or None."""
    return _criterion_by_clause(version).get(num)


def _file(version: str, suffix: str) -> str:
    if version not in VERSIONS:
        raise ValueError(f"no data for EN 301 549 version {version!r}; known: {', '.join(VERSIONS)}")
    return f"en301549-{version}{suffix}.json"
