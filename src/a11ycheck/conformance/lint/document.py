"""A conformance report as the rules see it, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from a11ycheck.standards.wcag import criterion as wcag_criterion
from a11ycheck.standards.wcag import is_criterion

TERMS = ("Supports", "Partially Supports", "Does Not Support", "Not Applicable", "Not Evaluated")


class Severity(StrEnum):
    """`error`: breaks an essential requirement of the template; `warning`: a reviewer would object."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `place`: row and component, or the field, as the file calls it."""

    rule: str
    severity: Severity
    place: str
    message: str


@dataclass(frozen=True)
class Entry:
    """The answer of one component of a row. `level` is what the file says, a term of the template or not."""

    chapter: str
    num: str
    component: str
    level: str
    remarks: str
    line: int = 0

    @property
    def place(self) -> str:
        """Row, component and line."""
        name = self.num if self.component in ("", "none") else f"{self.num} {self.component}"
        return f"{name} (line {self.line})" if self.line else name

    @property
    def is_wcag(self) -> bool:
        """Whether the row is a WCAG criterion (EN clauses share the form of the number, not the chapter)."""
        return is_criterion(self.num) and not self.chapter.startswith("en_301_549")

    @property
    def is_aaa(self) -> bool:
        """Whether the row is a WCAG Level AAA criterion."""
        return self.is_wcag and wcag_criterion(self.num).level == "AAA"


@dataclass(frozen=True)
class Chapter:
    """A chapter: whether it was left out, and the notes on it. `nums`: its rows; `columns`: the head of its table, if any."""

    id: str
    disabled: bool
    notes: str
    nums: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A report. Texts are empty where the file has none; `catalog` is the OpenACR catalog id, empty for others.

    `faults`: what makes the file itself hard to use with assistive technology, each with its place. `standards`: the rows of
    the table of applicable standards, name and answer. `revision`: the number of this revision of the report;
    `other_dates`: dates of the report beside `date`.
    """

    kind: Literal["openacr", "html", "docx"]
    title: str = ""
    template: str = ""
    product: str = ""
    version: str = ""
    date: str = ""
    description: str = ""
    contact: str = ""
    notes: str = ""
    methods: str = ""
    catalog: str = ""
    chapters: tuple[Chapter, ...] = ()
    entries: tuple[Entry, ...] = ()
    text: str = ""
    faults: tuple[tuple[str, str], ...] = ()
    standards: tuple[tuple[str, str], ...] = ()
    revision: str = ""
    other_dates: tuple[str, ...] = ()

    def answered(self, num: str) -> tuple[Entry, ...]:
        """All answers of one row."""
        return tuple(entry for entry in self.entries if entry.num == num)
