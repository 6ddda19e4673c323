"""Reads a Word report, ours or another: tables with a column for the level, front matter from headings and labelled lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from a11ycheck.conformance.lint.document import Report
from a11ycheck.conformance.lint.tables import Table, chapters, field, standards, template_version
from a11ycheck.conformance.office import office_extra
from a11ycheck.errors import UsageError


def read_docx(path: Path) -> Report:
    """Read a report.

    Raises `UsageError` for a file that is no Word document, for one without a table with a column for the conformance
    level, and when the extra `[office]` is not installed.
    """
    with office_extra("Reading DOCX"):
        from a11ycheck.conformance.word.template import opened
    document = opened(path)
    tables, fields, lines = _blocks(document)
    answered = [table for table in tables if table.level_column is not None]
    if not answered:
        raise UsageError(
            f"{path}: no table with a column for the conformance level", "Check that the file is a conformance report."
        )
    title = next((line for line in lines if "conformance report" in line.lower()), lines[0] if lines else "")
    text = "\n".join((*lines, *(cell for table in tables for row in table.rows for cell in row)))
    return Report(
        kind="docx", title=title, template=template_version(text), chapters=chapters(answered),
        entries=tuple(entry for table in answered for entry in table.entries()), text=text,
        faults=tuple(_faults(document)), standards=standards(tables), **fields,
    )  # fmt: skip


def _blocks(document: Any) -> tuple[list[Table], dict[str, Any], list[str]]:
    """Tables, front matter by field, and the lines of the text, all in the order of the document."""
    tables: list[Table] = []
    values: dict[str, list[str]] = {}
    lines: list[str] = []
    heading, current = "", ""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            tables.append(_table(block, heading))
            current = ""
            continue
        text = " ".join(block.text.split())
        if not text:
            continue
        lines.append(text)
        label, colon, rest = text.partition(":")
        is_heading = _is_heading(block)
        named = field(label) if is_heading or colon else ""
        if is_heading:
            heading, current = text, ""
        if named and named not in values and not any(table.level_column is not None for table in tables):
            values[named], current = [rest.strip()], named
        elif current:
            values[current].append(text)
    return tables, {name: " ".join(filter(None, parts)) for name, parts in values.items()}, lines


def _table(found: Any, heading: str) -> Table:
    rows = [["\n".join(_lines(cell)) for cell in row.cells] for row in found.rows]
    return Table(heading, rows, [0] * len(rows))


def _lines(cell: Any) -> Iterator[str]:
    """The paragraphs of a cell without the evidence that our drafts carry."""
    from a11ycheck.conformance.word.writer import FACTS

    for paragraph in cell.paragraphs:
        if paragraph._p.style != FACTS:
            yield paragraph.text


def _is_heading(paragraph: Any) -> bool:
    name = paragraph.style.name or ""
    return name == "Title" or name.startswith("Heading")


def _faults(document: Any) -> Iterator[tuple[str, str]]:
    from docx.oxml.ns import qn

    if not (document.core_properties.title or "").strip():
        yield "document properties", "the document has no title"
    languages = [found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))]
    if not any(languages):
        yield "document properties", "no language is set for the text"
    if not any(_is_heading(paragraph) for paragraph in document.paragraphs):
        yield "document", "no paragraph has a heading style"
    for number, table in enumerate(document.tables, 1):
        first = table.rows[0]._tr if len(table.rows) else None
        if first is not None and len(table.rows) > 1 and first.find(f".//{qn('w:tblHeader')}") is None:
            yield f"table {number}", "the first row is not marked as a header row"
    for number, picture in enumerate(document.element.body.iter(qn("wp:docPr")), 1):
        if not (picture.get("descr") or "").strip() and not _is_decorative(picture):
            yield f"picture {number}", "the picture has no alternative text"


def _is_decorative(picture: Any) -> bool:
    return any(str(element.tag).endswith("}decorative") and element.get("val") == "1" for element in picture.iter())
