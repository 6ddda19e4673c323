"""Files that cannot serve as a template."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.lint.run import lint
from a11ycheck.conformance.word import template
from a11ycheck.errors import UsageError
from a11ycheck.store.queries import RunView


def test_neither_placeholders_nor_rows(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("1.1.1 is mentioned, but in no table")
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "1.1.1"
    path = tmp_path / "plain.docx"
    document.save(str(path))
    with pytest.raises(UsageError, match=r"no placeholders such as \{\{ company \}\}, and no table"):
        template.fill(build(sample_view, config, "508"), path)


@pytest.mark.parametrize("body", [b"", b"no zip", b"PK\x03\x04broken"])
def test_no_word_document(body: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(body)
    with pytest.raises(UsageError, match=r"x\.docx: not a Word document"):
        template.opened(path)


def test_another_archive(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(UsageError, match="not a Word document"):
        template.opened(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        template.opened(tmp_path / "none.docx")


def test_an_archive_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.docx"
    Document().save(str(path))
    monkeypatch.setattr(template, "LARGEST", 1000)
    with pytest.raises(UsageError, match="unpacks to more than"):
        template.opened(path)


@pytest.mark.slow
def test_a_document_of_two_hundred_pages_that_is_no_report(
    sample_view: RunView, config: Config, tmp_path: Path
) -> None:
    document = Document()
    for number in range(200):
        document.add_heading(f"Part {number}", 1)
        document.add_paragraph("Words of another document. " * 60)
        document.add_table(rows=10, cols=3)
        document.add_page_break()
    path = tmp_path / "long.docx"
    document.save(str(path))
    with pytest.raises(UsageError, match=r"long\.docx: no placeholders"):
        template.fill(build(sample_view, config, "508"), path)
    with pytest.raises(UsageError, match=r"long\.docx: no table"):
        lint(path)
