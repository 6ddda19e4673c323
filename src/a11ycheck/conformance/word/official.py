"""Fills an official VPAT document in place: rows are recognised by their numbers, its own text stays untouched.

An answer goes behind the component's name where a paragraph of the cell has nothing but it, or into a cell that is empty.
Cells and paragraphs that say something already, such as "Heading cell" or a filled answer, are left as they are.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.word.placeholders import remarks
from a11ycheck.conformance.word.report import DRAFT, level
from a11ycheck.conformance.word.writer import clean

_NUM = re.compile(r"\s*(\d+(?:\.\d+)+)\b")
_COMPANY = re.compile(r"\[Company[^\]]*\]", re.IGNORECASE)
_FIELDS = {
    "name of product": "Name of Product/Version",
    "report date": "Report Date",
    "product description": "Product Description",
    "contact information": "Contact Information",
    "notes": "Notes",
    "evaluation methods used": "Evaluation Methods Used",
}
_OTHER_NAMES = {"electronic documents": "electronic docs", "closed functionality": "closed"}


def fill(acr: Acr, document: Any) -> bytes | None:
    """The filled document, or None when no table of it has a row of the report."""
    proposals = {proposal.row.num: proposal for proposal in acr.proposals}
    found = [_fill_row(acr, proposals, *row) for table in document.tables for row in _rows(table)]
    if not any(found):
        return None
    _front(acr, document)
    if not acr.final:
        for section in document.sections:
            section.header.add_paragraph(DRAFT)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _rows(table: Table) -> Iterator[tuple[str, _Cell, _Cell | None]]:
    """Number, level cell and remarks cell of each numbered row of a table that has a column for the level."""
    rows = table.rows
    head = [cell.text.lower() for cell in rows[0].cells] if len(rows) else []
    column = next((place for place, text in enumerate(head) if "conformance level" in text), None)
    if column is None:
        return
    for row in rows:
        cells = row.cells
        number = _NUM.match(cells[0].text) if cells else None
        if number and len(cells) > column:
            yield number[1], cells[column], cells[column + 1] if len(cells) > column + 1 else None


def _fill_row(acr: Acr, proposals: dict[str, Proposal], num: str, levels: _Cell, comments: _Cell | None) -> bool:
    proposal = proposals.get(num)
    if proposal is None:
        return False
    _fill_cell(levels, proposal, lambda answer: (level(answer, final=acr.final),))
    if comments is not None:
        _fill_cell(comments, proposal, lambda answer: remarks(answer, final=acr.final))
    return True


def _fill_cell(cell: _Cell, proposal: Proposal, texts: Callable[[Answer], tuple[str, ...]]) -> None:
    if not cell.text.strip():
        lines = [_labelled(answer, text) for answer in proposal.answers for text in texts(answer) if text]
        for place, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            paragraph.add_run(clean(line))
        return
    _part_lines(cell, [answer.label for answer in proposal.answers])
    for answer in proposal.answers:
        named = next((found for found in cell.paragraphs if _names(found, answer.label)), None)
        if named is not None and (text := "\n".join(texts(answer))):
            gap = "" if named.text.endswith((" ", "\u00a0")) else " "
            named.add_run(clean(f"{gap}{text}"))


def _part_lines(cell: _Cell, labels: list[str]) -> None:
    """Give each component a paragraph of its own where line breaks part them within one."""
    for paragraph in cell.paragraphs:
        lines = [line for line in paragraph.text.split("\n") if line.strip()]
        if len(lines) < 2 or not all(any(_is_name(line, label) for label in labels) for line in lines):
            continue
        for line in reversed(lines[1:]):
            copy = deepcopy(paragraph._p)
            paragraph._p.addnext(copy)
            _replace(Paragraph(copy, cell), line)
        _replace(paragraph, lines[0])


def _names(paragraph: Paragraph, label: str) -> bool:
    """Whether a paragraph is the name of a component, a colon and nothing else."""
    return _is_name(paragraph.text, label)


def _is_name(given: str, label: str) -> bool:
    text = given.strip().lower()
    name = text.removesuffix(":").strip()
    return bool(label) and text.endswith(":") and _OTHER_NAMES.get(name, name) == label.lower()


def _labelled(answer: Answer, text: str) -> str:
    return f"{answer.label}: {text}" if answer.label else text


def _front(acr: Acr, document: Any) -> None:
    """Title and front matter: `[Company]` is replaced, fields that end with a colon get their value."""
    values = {field.label: "\n".join(field.paragraphs) or field.gap for field in acr.front.fields}
    values |= {"Notes": "\n".join(acr.notes), "Evaluation Methods Used": "\n".join(acr.evaluation_methods)}
    for paragraph in document.paragraphs:
        text = paragraph.text.strip().lower()
        if acr.front.company and _COMPANY.search(paragraph.text) and "conformance report" in text:
            _replace(paragraph, _COMPANY.sub(lambda _: clean(acr.front.company), paragraph.text))
        name = next((label for start, label in _FIELDS.items() if text.startswith(start) and text.endswith(":")), "")
        if values.get(name):
            paragraph.add_run(clean(f" {values.pop(name)}"))


def _replace(paragraph: Paragraph, text: str) -> None:
    """Give a paragraph another text in the looks of its first run."""
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
