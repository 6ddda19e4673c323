"""Tables of reports in HTML and Word: rows by number, answers by component, front matter by its usual names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as member

from a11ycheck.conformance.lint.document import TERMS, Chapter, Entry

_NUM = re.compile(r"^(\d+(?:\.\d+)*)\b")
_COMPONENT = re.compile(
    r"^(Web|Electronic Docs|Electronic Documents|Software|Closed|Authoring Tool)\s*:\s*(.*)$", re.IGNORECASE
)
_FIELDS = {
    "name of product": "product",
    "report date": "date",
    "product description": "description",
    "contact information": "contact",
    "notes": "notes",
    "evaluation methods": "methods",
}
_TEMPLATE = re.compile(r"VPAT\s*(?:®|\(R\))?\s*Version\s*([\d.]+\s*(?:Rev)?)")


@dataclass
class Table:
    """A table with the heading above it.

    `rows`: the text of the cells, lines parted by line feeds; `lines`: where each row begins, 0 in files without lines.
    """

    heading: str
    rows: list[list[str]] = member(default_factory=list)
    lines: list[int] = member(default_factory=list)
    has_header: bool = False

    @property
    def level_column(self) -> int | None:
        """Which column holds the conformance level, or None."""
        head = self.rows[0] if self.rows else []
        return next((place for place, cell in enumerate(head) if "conformance level" in cell.lower()), None)

    def entries(self) -> list[Entry]:
        """The answers of all numbered rows that ask for one. Only for a table with a `level_column`."""
        column = self.level_column
        assert column is not None
        chapter = (
            "en_301_549" if re.match(r"(Clause|Chapter) \d+.*", self.heading) and "EN" in self.heading else self.heading
        )
        found = []
        for cells, line in zip(self.rows[1:], self.lines[1:], strict=True):
            number = _NUM.match(" ".join(cells[0].split())) if cells else None
            if number is None or len(cells) <= column:
                continue
            levels = _by_component(cells[column])
            remarks = _by_component(cells[column + 1]) if len(cells) > column + 1 else {}
            for component, level in levels.items():
                if not _asks_nothing(level):
                    found.append(Entry(chapter, number[1], component, _term(level), remarks.get(component, ""), line))
        return found


def chapters(tables: Iterable[Table]) -> tuple[Chapter, ...]:
    """One chapter a table."""
    return tuple(
        Chapter(table.heading, False, "", tuple(entry.num for entry in table.entries()), tuple(table.rows[0]))
        for table in tables
    )


def standards(tables: Iterable[Table]) -> tuple[tuple[str, str], ...]:
    """The table of applicable standards: each standard with the answer whether the report includes it."""
    found = (table for table in tables if table.rows and "included in report" in " ".join(table.rows[0]).lower())
    table = next(found, None)
    rows = table.rows[1:] if table else []
    return tuple((" ".join(row[0].split()), " ".join(row[-1].split())) for row in rows if len(row) > 1)


def field(name: str) -> str:
    """The field of `Report` that front matter of this name fills, such as `date` for "Report Date"; empty for others."""
    return next((key for prefix, key in _FIELDS.items() if name.lower().startswith(prefix)), "")


def template_version(text: str) -> str:
    """The VPAT version that a text names, such as "2.5Rev"; empty when it names none."""
    found = _TEMPLATE.search(text)
    return found[1] if found else ""


def _by_component(cell: str) -> dict[str, str]:
    """The text of a cell by the component that leads a line; under an empty name where none does."""
    found: dict[str, list[str]] = {}
    name = ""
    for raw in cell.split("\n"):
        line = " ".join(raw.split())
        if match := _COMPONENT.match(line):
            name, line = match[1], match[2]
        if line or match:
            found.setdefault(name, []).append(line)
    return {key: " ".join(part for part in lines if part) for key, lines in found.items()} or {"": ""}


def _term(level: str) -> str:
    """The term that a cell starts with; the cell itself when it is none."""
    known = sorted(TERMS, key=len, reverse=True)
    for term in known:
        rest = level[len(term) :]
        if level.lower().startswith(term.lower()) and not rest.lower().startswith(" with "):
            return term
    return level


def _asks_nothing(level: str) -> bool:
    return bool(re.match(r"(heading cell|see |advisory only|reserved)", level, re.IGNORECASE))
