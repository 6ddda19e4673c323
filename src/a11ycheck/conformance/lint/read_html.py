"""Reads an HTML report, ours or another: tables whose headings name a conformance level, front matter from dl or headings."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from a11ycheck.conformance.lint.document import Report
from a11ycheck.conformance.lint.tables import Table, chapters, field, standards, template_version
from a11ycheck.errors import UsageError

_BLOCKS = {
    "p",
    "li",
    "ul",
    "ol",
    "div",
    "br",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "caption",
    "section",
}
_DROPPED = {"script", "style", "details", "template"}
_VOID = {"br", "img", "meta", "link", "hr", "input", "col", "wbr"}
_ENDS = {"tr": ("td", "th"), "table": ("td", "th"), "dl": ("dt", "dd")}
_CLOSED_BY = {"td": ("td", "th"), "th": ("td", "th"), "tr": ("td", "th", "tr"), "dt": ("dt", "dd"), "dd": ("dt", "dd")}


class _Reader(HTMLParser):
    """Collects the text by line, headings, tables and definition lists; evidence for people (`details`) is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.title = ""
        self.tables: list[Table] = []
        self.fields: dict[str, str] = {}
        self._stack: list[tuple[str, bool]] = []
        self._cell: list[str] | None = None
        self._heading: list[str] | None = None
        self._last_heading = ""
        self._term: list[str] | None = None
        self._value: list[str] | None = None
        self._name = ""
        self._below: tuple[str, list[str]] | None = None
        self._language = self._titled = False
        self._pictures = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        for open_tag in _CLOSED_BY.get(tag, ()):
            self._close_last(open_tag)
        classes = (dict(attrs).get("class") or "").split()
        if tag not in _VOID:
            hidden = tag in _DROPPED or "facts" in classes
            self._stack.append((tag, hidden or self._dropped))
        if tag == "html":
            self._language = bool(dict(attrs).get("lang"))
        self._titled = self._titled or tag == "title"
        self._pictures += tag == "img" and "alt" not in dict(attrs)
        if self._dropped:
            return
        if tag in _BLOCKS:
            self._write("\n")
        if tag in ("h1", "h2", "h3", "h4"):
            self._heading = []
        elif tag == "table":
            self._end_field()
            self.tables.append(Table(self._last_heading))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
            self.tables[-1].lines.append(self.getpos()[0])
        elif tag in ("td", "th"):
            self._cell = []
            if tag == "th" and self.tables:
                self.tables[-1].has_header = True
        elif tag == "dt":
            self._term = []
        elif tag == "dd":
            self._value = []

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        if not any(name == tag for name, _ in self._stack):
            return
        for open_tag in _ENDS.get(tag, ()):
            self._close_last(open_tag)
        dropped = self._dropped
        while self._stack and self._stack.pop()[0] != tag:
            pass
        if dropped:
            return
        if tag in ("h1", "h2", "h3", "h4") and self._heading is not None:
            self._last_heading = _clean(self._heading)
            self._end_field()
            label, _, rest = self._last_heading.partition(":")
            if field(label) and not any(table.level_column is not None for table in self.tables):
                self._below = (label.lower(), [rest])
            self.title = self.title or (self._last_heading if tag == "h1" else "")
            self._heading = None
        elif tag in ("td", "th") and self._cell is not None:
            if self.tables and self.tables[-1].rows:
                self.tables[-1].rows[-1].append("".join(self._cell))
            self._cell = None
        elif tag == "dt" and self._term is not None:
            self._name, self._term = _clean(self._term), None
        elif tag == "dd" and self._value is not None:
            self.fields.setdefault(self._name.lower(), _clean(self._value))
            self._value = None

    def faults(self) -> Iterator[tuple[str, str]]:
        """What makes the file hard to use with assistive technology, each with its place."""
        if not self._language:
            yield "document", "no language is set for the text"
        if not self._titled:
            yield "document", "the document has no title"
        if not self.title:
            yield "document", "no heading of the first level"
        if self._pictures:
            yield "pictures", f"{self._pictures} without an alt attribute"
        for number, table in enumerate(self.tables, 1):
            if len(table.rows) > 1 and not table.has_header:
                yield f"table {number}", "no cell is marked as a header cell"

    def _end_field(self) -> None:
        """Take what stood below a heading that names a field."""
        if self._below is not None:
            self.fields.setdefault(self._below[0], _clean(self._below[1]))
            self._below = None

    def _close_last(self, tag: str) -> None:
        """Close an element whose end tag HTML lets authors leave out, unless a table or list was opened inside it."""
        for name, _ in reversed(self._stack):
            if name == tag:
                self.handle_endtag(tag)
            if name in ("table", "dl", tag):
                return

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        if not self._dropped:
            self._write(data)

    @property
    def _dropped(self) -> bool:
        return bool(self._stack) and self._stack[-1][1]

    def _write(self, text: str) -> None:
        self.parts.append(text)
        for target in (self._cell, self._heading, self._term, self._value):
            if target is not None:
                target.append(text)
        if self._below is not None and self._heading is None:
            self._below[1].append(text)


def read_html(path: Path) -> Report:
    """Read a report. Raises `UsageError` when no table of it has a column for the conformance level."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8", errors="replace"))
    reader.close()
    tables = [table for table in reader.tables if table.level_column is not None]
    if not tables:
        raise UsageError(
            f"{path}: no table with a column for the conformance level", "Check that the file is a conformance report."
        )
    text = "\n".join(line for part in "".join(reader.parts).split("\n") if (line := " ".join(part.split())))
    found: dict[str, Any] = {key: value for name, value in reversed(reader.fields.items()) if (key := field(name))}
    return Report(
        kind="html", title=reader.title, template=template_version(text), chapters=chapters(tables),
        entries=tuple(entry for table in tables for entry in table.entries()), text=text,
        faults=tuple(reader.faults()), standards=standards(reader.tables), **found,
    )  # fmt: skip


def _clean(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
