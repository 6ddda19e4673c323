"""An official VPAT document, built as ITI's is: rows are filled in place and its own text stays."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.word.template import fill
from a11ycheck.store.queries import RunView

COMPONENTS = ("Web:", "Electronic Docs:", "Software:", "Authoring Tool:")


def lines(cell, *texts: str) -> None:
    cell.paragraphs[0].text = texts[0]
    for text in texts[1:]:
        cell.add_paragraph(text)


@pytest.fixture
def official(tmp_path: Path) -> Path:
    document = Document()
    title = document.add_heading("", 1)
    for run in ("[Comp", "any]", " Accessibility Conformance Report"):
        title.add_run(run)
    document.add_paragraph("(Based on VPAT® Version 2.5Rev)")
    for field in ("Name of Product/Version:", "Report Date:", "Contact Information:", "Evaluation Methods Used:"):
        document.add_heading(field, 2)
    document.add_heading("Table 1: Success Criteria, Level A", 3)
    table = document.add_table(rows=1, cols=3)
    lines(table.rows[0].cells[0], "Criteria")
    lines(table.rows[0].cells[1], "Conformance Level")
    lines(table.rows[0].cells[2], "Remarks and Explanations")
    rows = [
        (("1.1.1 Non-text Content (Level A)", "Also applies to:", "EN 301 549 Criteria"), COMPONENTS, COMPONENTS),
        (("4.1.1 Parsing (Level A)",), ("Supports",), ("For WCAG 2.0 and 2.1, always supported.",)),
        (("1.4.12 Text Spacing (Level AA 2.1 and 2.2)",), ("Web:",), ("Web:",)),
        (("302.1 Without Vision",), ("",), ("",)),
        (("501.1 Scope",), ("See WCAG 2.x section",), ("See WCAG 2.x section",)),
    ]
    for cells in rows:
        row = table.add_row()
        for cell, texts in zip(row.cells, cells, strict=True):
            lines(cell, *texts)
    path = tmp_path / "vpat.docx"
    document.save(str(path))
    return path


@pytest.fixture
def acr(sample_view: RunView, config: Config) -> Acr:
    return build(sample_view, config, "508")


def filled(acr: Acr, path: Path):
    return Document(io.BytesIO(fill(acr, path)))


def cell_lines(document, row: int, column: int) -> list[str]:
    return [paragraph.text for paragraph in document.tables[0].rows[row].cells[column].paragraphs]


def test_answers_go_behind_their_components(acr: Acr, official: Path) -> None:
    document = filled(acr, official)
    levels = cell_lines(document, 1, 1)
    assert levels[0] == "Web: Undecided (failure, unconfirmed)"
    assert levels[2] == "Software: Not Applicable"
    assert cell_lines(document, 1, 2)[2] == "Software: The product consists of web pages; there is no other software."
    assert "3 of 7 pages" in cell_lines(document, 1, 2)[0]


def test_its_own_text_stays_untouched(acr: Acr, official: Path) -> None:
    document = filled(acr, official)
    assert cell_lines(document, 1, 0) == ["1.1.1 Non-text Content (Level A)", "Also applies to:", "EN 301 549 Criteria"]
    assert cell_lines(document, 2, 1) == ["Supports"]
    assert cell_lines(document, 2, 2) == ["For WCAG 2.0 and 2.1, always supported."]
    assert cell_lines(document, 3, 1) == ["Web:"], "the 508 edition has no row 1.4.12"
    assert cell_lines(document, 5, 1) == ["See WCAG 2.x section"]


def test_an_empty_cell_takes_the_whole_answer(acr: Acr, official: Path) -> None:
    document = filled(acr, official)
    assert cell_lines(document, 4, 1)[0].startswith("Undecided")
    assert cell_lines(document, 4, 2)[0]


def test_title_and_front_matter(acr: Acr, official: Path) -> None:
    texts = [paragraph.text for paragraph in filled(acr, official).paragraphs]
    assert texts[0] == "Example Corp Accessibility Conformance Report"
    assert "Name of Product/Version: Parley docs 7.2" in texts
    assert "Report Date: 24 November 2099" in texts
    assert "Contact Information: accessibility@example.org" in texts


def test_a_draft_is_marked_in_the_page_header(acr: Acr, official: Path) -> None:
    assert any("DRAFT" in paragraph.text for paragraph in filled(acr, official).sections[0].header.paragraphs)


def test_a_filled_template_is_not_filled_twice(acr: Acr, official: Path) -> None:
    official.write_bytes(fill(acr, official))
    before = cell_lines(Document(str(official)), 1, 1)
    assert cell_lines(filled(acr, official), 1, 1) == before


def test_components_parted_by_line_breaks_get_their_answers(acr: Acr, tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(
        table.rows,
        (
            ("Criteria", "Conformance Level", "Remarks and Explanations"),
            ("1.1.1 Non-text Content", "\n".join(COMPONENTS), ""),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "breaks.docx"
    document.save(str(path))
    levels = [paragraph.text for paragraph in filled(acr, path).tables[0].rows[1].cells[1].paragraphs]
    assert [text.partition(":")[0] + ":" for text in levels] == list(COMPONENTS)
    assert all(text.partition(": ")[2] for text in levels)
