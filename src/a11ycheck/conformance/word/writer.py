"""Makes accessible Word documents: real styles, language, title, header rows that repeat, links, bookmarks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FACTS = "Facts"
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BOOKMARK = re.compile(r"\W")


@dataclass(frozen=True)
class Link:
    """Text that leads somewhere: to a web address, or with `anchor` to a bookmark of the document."""

    text: str
    url: str = ""
    anchor: str = ""


Piece = str | Link
Line = Piece | tuple[Piece, ...]
"""One paragraph: text, a link, or several of them in a row."""

LONGEST_PROPERTY = 255
"""Characters that a Word document's title and subject may have (ECMA-376, part 2, core properties, as Word keeps them)."""


class Writer:
    """A document under construction. Text may come from anywhere: what XML cannot hold becomes U+FFFD."""

    def __init__(self, *, title: str, language: str, subject: str = "", running_head: str = "") -> None:
        """`running_head` stands at the top of every page."""
        self._document = Document()
        self._bookmarks = 0
        self._page()
        self._styles(language)
        properties = self._document.core_properties
        properties.title, properties.subject = clean(title)[:LONGEST_PROPERTY], clean(subject)[:LONGEST_PROPERTY]
        properties.language = language
        properties.author, properties.comments = "", ""
        properties.created = properties.modified = datetime.now(UTC)
        section = self._document.sections[0]
        section.header.paragraphs[0].text = clean(running_head)
        _page_number(section.footer.paragraphs[0])

    def title(self, text: str) -> None:
        """The title of the document."""
        self._document.add_paragraph(clean(text), style="Title")

    def heading(self, text: str, level: int, bookmark: str = "") -> None:
        """A heading of level 1 to 3."""
        paragraph = self._document.add_heading(clean(text), level)
        if bookmark:
            self._mark(paragraph, bookmark)

    def paragraph(self, line: Line, style: str | None = None, bookmark: str = "") -> None:
        """A paragraph."""
        paragraph = self._document.add_paragraph(style=style)
        self._fill(paragraph, line)
        if bookmark:
            self._mark(paragraph, bookmark)

    def bullets(self, lines: Iterable[Line]) -> None:
        """A list."""
        for line in lines:
            self.paragraph(line, "List Bullet")

    def table(self, caption: str, columns: tuple[str, ...], widths: tuple[float, ...]) -> TableWriter:
        """A table with one header row that repeats on each page. `widths` in cm."""
        table = self._document.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.autofit = False
        properties = table._tbl.tblPr
        for tag, value in (("w:tblCaption", caption), ("w:tblDescription", f"Columns: {', '.join(columns)}.")):
            element = OxmlElement(tag)
            element.set(qn("w:val"), clean(value))
            properties.append(element)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        writer = TableWriter(self, table, widths)
        writer.head(columns)
        return writer

    def save(self) -> bytes:
        """The whole file."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _page(self) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(27.94), Cm(21.59)
        section.left_margin = section.right_margin = Cm(1.9)
        section.top_margin = section.bottom_margin = Cm(1.9)

    def _styles(self, language: str) -> None:
        styles = self._document.styles
        normal: Any = styles["Normal"]
        normal.font.name, normal.font.size = "Arial", Pt(10)
        for found in styles.element.iter(qn("w:lang")):
            found.set(qn("w:val"), language)
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
            style: Any = styles[name]
            style.font.name, style.font.color.rgb = "Arial", RGBColor(0x1B, 0x1B, 0x1B)
            for fonts in style.element.iter(qn("w:rFonts")):
                for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                    fonts.attrib.pop(qn(f"w:{theme}"), None)
        link: Any = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.underline, link.font.color.rgb = True, RGBColor(0x0B, 0x4F, 0x9E)
        facts: Any = styles.add_style(FACTS, WD_STYLE_TYPE.PARAGRAPH)
        facts.base_style, facts.font.size = normal, Pt(9)
        facts.font.color.rgb = RGBColor(0x40, 0x40, 0x40)

    def _fill(self, paragraph: Paragraph, line: Line) -> None:
        for piece in line if isinstance(line, tuple) else (line,):
            if isinstance(piece, Link):
                _link(paragraph, piece)
            else:
                paragraph.add_run(clean(piece))

    def _mark(self, paragraph: Paragraph, name: str) -> None:
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), bookmark_name(name))
        first = paragraph._p.find(qn("w:pPr"))
        paragraph._p.insert(0 if first is None else 1, start)
        paragraph._p.append(end)


class TableWriter:
    """A table under construction, row by row."""

    def __init__(self, writer: Writer, table: Any, widths: tuple[float, ...]) -> None:
        self._writer = writer
        self._table = table
        self._widths = widths

    def head(self, columns: tuple[str, ...]) -> None:
        """Fill the header row."""
        row = self._table.rows[0]
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        row_properties.append(OxmlElement("w:tblHeader"))
        for cell, column, width in zip(row.cells, columns, self._widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].add_run(clean(column)).bold = True

    def row(self, *cells: Iterable[tuple[Line, str | None]], bookmark: str = "") -> None:
        """Add a row; a cell is its paragraphs, each with a style or None."""
        row = self._table.add_row()
        for place, (cell, lines, width) in enumerate(zip(row.cells, cells, self._widths, strict=True)):
            cell.width = Cm(width)
            for line, paragraph in zip(lines, _paragraphs(cell), strict=False):
                if line[1]:
                    paragraph.style = line[1]
                self._writer._fill(paragraph, line[0])
            if bookmark and place == 0:
                self._writer._mark(cell.paragraphs[0], bookmark)


def clean(text: str) -> str:
    """The text without characters that XML forbids."""
    return _ILLEGAL.sub("\ufffd", text)


def bookmark_name(name: str) -> str:
    """A name as Word takes it: letters, digits and underscores, at most 40."""
    return _BOOKMARK.sub("_", name)[:40]


def _paragraphs(cell: _Cell) -> Iterator[Paragraph]:
    """The paragraph that every cell has, then new ones, as many as are asked for."""
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _link(paragraph: Paragraph, link: Link) -> None:
    element = OxmlElement("w:hyperlink")
    if link.anchor:
        element.set(qn("w:anchor"), bookmark_name(link.anchor))
    else:
        target = paragraph.part.relate_to(clean(link.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element.set(qn("r:id"), target)
    made = OxmlElement("w:r")
    element.append(made)
    paragraph._p.append(element)
    run = Run(made, paragraph)
    run.style = "Hyperlink"
    run.text = clean(link.text)


def _page_number(paragraph: Paragraph) -> None:
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
