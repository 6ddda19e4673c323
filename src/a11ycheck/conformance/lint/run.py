"""Reads a report file and runs every rule on it."""

from __future__ import annotations

from pathlib import Path

from a11ycheck.conformance.lint.buyer import missing_tables
from a11ycheck.conformance.lint.document import Problem, Report
from a11ycheck.conformance.lint.read_docx import read_docx
from a11ycheck.conformance.lint.read_html import read_html
from a11ycheck.conformance.lint.read_openacr import read_openacr
from a11ycheck.conformance.lint.rules import rules
from a11ycheck.errors import UsageError
from a11ycheck.standards.editions import EditionId

READERS = {".docx": read_docx, ".yaml": read_openacr, ".yml": read_openacr, ".html": read_html, ".htm": read_html}


def read_report(path: Path) -> Report:
    """Read a report by its extension. Raises `UsageError` for a missing file or a kind that cannot be read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"{path}: cannot lint this kind of file", f"Known: {', '.join(READERS)}.")
    try:
        return reader(path)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None


def lint(path: Path, asked: EditionId | None = None) -> tuple[Problem, ...]:
    """All problems of a report, errors first, each kind in the order of the file. `asked`: the edition that a buyer wants."""
    report = read_report(path)
    found = [problem for rule in rules() for problem in rule.check(report)]
    if asked is not None:
        found += missing_tables(report, asked)
    return tuple(sorted(found, key=lambda problem: problem.severity.value))
