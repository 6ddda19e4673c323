"""Takes the answers of an older report over as starting points: carried over, to be confirmed, never decided by that."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from a11ycheck.conformance.lint.document import TERMS, Entry
from a11ycheck.conformance.lint.run import read_report
from a11ycheck.conformance.verdicts import Level, RowVerdict, Signature
from a11ycheck.errors import UsageError
from a11ycheck.standards.editions import EDITION_IDS, edition
from a11ycheck.store.carried_over import OlderAnswer, OlderReport, older_answers, older_report

_COMPONENTS = {"": "none", "electronic-documents": "electronic-docs", "closed-functionality": "closed"}


@dataclass(frozen=True)
class Taken:
    """What a file yields. `left_out`: answers that cannot start anything, each as place and reason."""

    report: OlderReport
    answers: tuple[OlderAnswer, ...]
    left_out: tuple[tuple[str, str], ...]


def read(path: Path) -> Taken:
    """Read an older report: OpenACR YAML, Word or HTML.

    Raises `UsageError` for a file that cannot be read or answers no row of any edition.
    """
    report = read_report(path)
    answers: dict[tuple[str, str], OlderAnswer] = {}
    left_out = []
    for entry in report.entries:
        component = _component(entry)
        if why := _why_not(entry, component):
            left_out.append((entry.place, why))
        elif (entry.num, component) in answers:
            left_out.append((entry.place, "answered twice; the first answer was taken"))
        else:
            answers[entry.num, component] = OlderAnswer(entry.num, component, entry.level, entry.remarks)
    if not answers:
        raise UsageError(f"{path}: no answer that could be taken over", "Check that the file is a filled-in report.")
    product = " ".join(part for part in (report.product, report.version) if part)
    maker = report.title.partition(" Accessibility Conformance Report")[0] or report.title
    older = OlderReport(path.name, report.title, maker, report.date, product)
    return Taken(older, tuple(answers.values()), tuple(left_out))


def verdicts(connection: sqlite3.Connection) -> dict[tuple[str, str], RowVerdict]:
    """The answers taken over, by row and component, all marked as carried over."""
    report = older_report(connection)
    if report is None:
        return {}
    signature = Signature(name=report.title or report.file, date=report.date, product_version=report.product)
    return {
        (answer.num, answer.component): RowVerdict(
            level=cast(Level, answer.level), signature=signature, remarks=answer.remarks, carried_over=True
        )
        for answer in older_answers(connection)
    }


def _component(entry: Entry) -> str:
    name = entry.component.lower().replace(" ", "-")
    return _COMPONENTS.get(name, name)


def _why_not(entry: Entry, component: str) -> str:
    if not entry.level:
        return "no level"
    if entry.level not in TERMS:
        return f"“{entry.level}” is not a term of the template"
    if entry.level == "Not Evaluated":
        return "Not Evaluated answers nothing"
    if (entry.num, component) not in _cells():
        return "no edition of the template asks for this answer"
    return ""


@cache
def _cells() -> frozenset[tuple[str, str]]:
    """Row and component of every cell that a person answers, in any edition."""
    return frozenset(
        (row.num, cell.component)
        for name in EDITION_IDS
        for row in edition(name).rows
        for cell in row.cells
        if cell.preset is None
    )
