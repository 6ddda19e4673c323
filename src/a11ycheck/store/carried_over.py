"""The answers of one older report in the audit file: the last one taken over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from a11ycheck.store.audit_file import transaction


@dataclass(frozen=True)
class OlderReport:
    """Where the answers come from. `file`: its name without the folder; `date`: as the report has it."""

    file: str
    title: str
    maker: str
    date: str
    product: str


@dataclass(frozen=True)
class OlderAnswer:
    """What the older report says in one cell of a row: `component` is `none` for rows without components."""

    num: str
    component: str
    level: str
    remarks: str


def replace_all(connection: sqlite3.Connection, report: OlderReport, answers: Iterable[OlderAnswer]) -> None:
    """Take over a report in place of the one taken over before."""
    with transaction(connection):
        connection.execute("DELETE FROM carried_over")
        connection.execute("INSERT OR REPLACE INTO older_report VALUES (1, ?, ?, ?, ?, ?)", astuple(report))
        connection.executemany("INSERT INTO carried_over VALUES (?, ?, ?, ?)", map(astuple, answers))


def older_report(connection: sqlite3.Connection) -> OlderReport | None:
    """The report taken over, or None."""
    row = connection.execute("SELECT file, title, maker, date, product FROM older_report").fetchone()
    return OlderReport(*row) if row else None


def older_answers(connection: sqlite3.Connection) -> tuple[OlderAnswer, ...]:
    """Its answers by number and component."""
    rows = connection.execute("SELECT num, component, level, remarks FROM carried_over ORDER BY num, component")
    return tuple(OlderAnswer(*row) for row in rows)
