"""Word reports of ours and of others."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm
from PIL import Image

from a11ycheck.config import Config
from a11ycheck.conformance.lint.read_docx import read_docx
from a11ycheck.conformance.lint.run import lint
from a11ycheck.conformance.output import write_acr
from a11ycheck.errors import UsageError
from a11ycheck.store.queries import RunView


def foreign(path: Path, *, picture: bool = False) -> Path:
    """A report as vendors send them: bold lines for headings, no header row, no title."""
    document = Document()
    document.add_paragraph("Acme Accessibility Conformance Report")
    document.add_paragraph("(Based on VPAT® Version 2.4Rev)")
    document.add_paragraph("Name of Product/Version: Parley 7")
    document.add_paragraph("Report Date: 05/04/2025")
    document.add_paragraph("Contact Information:")
    document.add_paragraph("sales@example.org")
    document.add_paragraph("Evaluation Methods Used: General product knowledge")
    table = document.add_table(rows=3, cols=3)
    rows = [
        ("Criteria", "Conformance Level", "Remarks and Explanations"),
        ("1.1.1 Non-text Content (Level A)", "Web: Supports with Exceptions", "Web: "),
        ("402 Closed Functionality", "Heading cell – no response required", ""),
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if picture:
        buffer = io.BytesIO()
        Image.new("RGB", (2, 2)).save(buffer, "PNG")
        document.add_picture(io.BytesIO(buffer.getvalue()), Cm(1))
    document.core_properties.title = ""
    document.save(str(path))
    return path


def test_reads_a_report_of_another_maker(tmp_path: Path) -> None:
    report = read_docx(foreign(tmp_path / "acr.docx"))
    assert (report.title, report.template) == ("Acme Accessibility Conformance Report", "2.4Rev")
    assert (report.product, report.date, report.contact) == ("Parley 7", "05/04/2025", "sales@example.org")
    assert report.methods == "General product knowledge"
    assert [(entry.num, entry.component, entry.level) for entry in report.entries] == [
        ("1.1.1", "Web", "Supports with Exceptions")
    ]


def test_faults_of_the_file_itself(tmp_path: Path) -> None:
    faults = read_docx(foreign(tmp_path / "acr.docx", picture=True)).faults
    assert [place for place, _ in faults] == ["document properties", "document", "table 1", "picture 1"]


def test_lint_names_what_is_wrong_with_it(tmp_path: Path) -> None:
    found = {problem.rule for problem in lint(foreign(tmp_path / "acr.docx"))}
    assert {"unknown-term", "file-accessible"} <= found


def test_reads_our_own_report(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    report = read_docx(write_acr(sample_view, config, "508", "docx", tmp_path))
    assert report.title == "Example Corp Accessibility Conformance Report"
    assert (report.template, report.product, report.date) == ("2.5Rev", "Parley docs 7.2", "24 November 2099")
    assert report.contact == "accessibility@example.org"
    assert "axe-core 4.12.1" in report.methods
    web, _, software, _ = report.answered("1.1.1")
    assert web.level.startswith("Undecided")
    assert "Evidence:" not in web.remarks
    assert (software.component, software.level) == ("Software", "Not Applicable")
    assert report.faults == ()


def test_ours_and_the_html_twin_have_the_same_problems(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    kinds = [
        {
            (problem.rule, re.sub(r"[()]", "", problem.message))
            for problem in lint(write_acr(sample_view, config, "508", name, tmp_path))
        }
        for name in ("docx", "html")
    ]
    assert kinds[0] == kinds[1]


def test_another_document_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    Document().save(str(path))
    with pytest.raises(UsageError, match="no table with a column"):
        read_docx(path)


def test_no_word_document_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "acr.docx"
    path.write_text("<html>")
    with pytest.raises(UsageError, match="not a Word document"):
        lint(path)
