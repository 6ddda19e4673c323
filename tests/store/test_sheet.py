"""The sheet: one line a verdict in force, rivals beside each other, and no formulas."""

from __future__ import annotations

import csv
import sqlite3
from dataclasses import replace
from io import StringIO

from a11ycheck.store.sheet import COLUMNS, render_sheet
from a11ycheck.store.verdicts import Verdict, rulings, save

PAGE = Verdict("page", "1.1.1", "Ann", "passed", place="/a", note='Two lines\nand "quotes", commas')


def lines(connection: sqlite3.Connection) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render_sheet(rulings(connection)), newline="")))


def test_an_empty_audit_has_a_header_alone(connection: sqlite3.Connection) -> None:
    assert render_sheet(rulings(connection)) == ",".join(COLUMNS) + "\n"


def test_verdicts_in_force_stand_in_order_and_rivals_beside_each_other(connection: sqlite3.Connection) -> None:
    save(connection, Verdict("row", "302.1", "Ann", "Supports", place="none"))
    save(connection, replace(PAGE, result="cantTell"))
    save(connection, PAGE)
    save(connection, replace(PAGE, tester="Ben", result="failed"))
    found = [(line["subject"], line["result"], line["tester"], line["in_conflict"]) for line in lines(connection)]
    assert found == [("page", "failed", "Ben", "yes"), ("page", "passed", "Ann", "yes"), ("row", "Supports", "Ann", "")]
    assert lines(connection)[1]["note"] == PAGE.note


def test_no_text_is_a_formula(connection: sqlite3.Connection) -> None:
    for number, start in enumerate("=+-@"):
        save(connection, replace(PAGE, place=f"/{number}", note=f"{start}cmd|'/C calc'!A0"))
    assert all(line["note"].startswith("'") for line in lines(connection))
