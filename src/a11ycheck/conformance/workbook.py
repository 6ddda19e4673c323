"""The whole sheet of an audit as a workbook (XLSX): answers, criteria by page, verdicts in force, history, files.

Needs the extra `[office]` (XlsxWriter). Every text is written as text, so that none is taken for a formula or a link.
"""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from a11ycheck.conformance.agenda import Task
from a11ycheck.conformance.recorded import Recorded
from a11ycheck.conformance.text import printable
from a11ycheck.errors import UsageError
from a11ycheck.store.attachments import attachments
from a11ycheck.store.sheet import COLUMNS, sheet_rows
from a11ycheck.store.verdicts import all_verdicts

LONGEST_CELL = 32_000
WIDEST = 60
_ANSWERS = ("Row", "Component", "State", "Level", "Remarks", "Tester", "Date", "Pages judged")
_HISTORY = (
    "date", "tester", "subject", "key", "place", "result", "signed", "undone", "method", "assistive_technology", "browser",
    "system", "role", "locale", "build", "url", "product_version", "severity", "note",
)  # fmt: skip


def render_workbook(connection: sqlite3.Connection, recorded: Recorded, items: Iterable[Task]) -> bytes:
    """The workbook as bytes. `items`: the answers that the report needs. Raises `UsageError` without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError("xlsxwriter is not installed", "pip install 'a11ycheck[office]'") from error
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": "Manual audit", "comments": "Written by a11ycheck"})
    items = tuple(items)
    pages = recorded.sample.pages if recorded.sample else ()
    nums = list(dict.fromkeys(task.row.num for task in items if task.pages))
    _sheet(book, "Answers", _ANSWERS, _answers(recorded, items))
    _sheet(book, "Criteria by page", ("Criterion", *(page.place for page in pages)), _matrix(recorded, nums))
    _sheet(book, "Verdicts", COLUMNS, sheet_rows(recorded.rulings))
    _sheet(book, "History", _HISTORY, _history(connection))
    _sheet(
        book, "Files", ("subject", "key", "place", "name", "kind", "sha256", "tester", "date"),
        ((f.subject, f.key, f.place, f.name, f.kind, f.sha256, f.tester, f.stamp) for f in attachments(connection)),
    )  # fmt: skip
    book.close()
    return out.getvalue()


def _answers(recorded: Recorded, items: Iterable[Task]) -> Iterable[Sequence[str]]:
    for task in items:
        ruling = recorded.ruling("row", task.row.num, task.cell.component)
        verdict = ruling.verdict if ruling else None
        judged = f"{task.pages_done} of {task.pages}" if task.pages else ""
        yield (
            task.row.label, task.cell.label, task.why or task.state, task.level, verdict.note if verdict else "",
            task.tester, verdict.stamp[:10] if verdict else "", judged,
        )  # fmt: skip


def _matrix(recorded: Recorded, nums: Iterable[str]) -> Iterable[Sequence[str]]:
    for num in nums:
        cells = []
        for page in recorded.sample.pages if recorded.sample else ():
            ruling = recorded.ruling("page", num, page.place)
            stale = recorded.stale(ruling.verdict) if ruling else ""
            mark = " (testers differ)" if ruling and ruling.rivals else " (stale)" if stale else ""
            cells.append(f"{ruling.verdict.result}{mark}" if ruling else "")
        yield (num, *cells)


def _history(connection: sqlite3.Connection) -> Iterable[Sequence[str]]:
    for verdict in all_verdicts(connection):
        values: dict[str, Any] = {"date": verdict.stamp, "signed": "yes" if verdict.signed else "no"}
        yield tuple(str(values.get(name) or getattr(verdict, name, "")) for name in _HISTORY)


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    widths = [len(column) for column in columns]
    for at, column in enumerate(columns):
        sheet.write_string(0, at, printable(column)[:LONGEST_CELL], head)
    number = 0
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row):
            sheet.write_string(number, at, printable(text)[:LONGEST_CELL], body)
            widths[at] = max(widths[at], len(text))
    for at, width in enumerate(widths):
        sheet.set_column(at, at, min(WIDEST, width + 2))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, number, len(columns) - 1)
