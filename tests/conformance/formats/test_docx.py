"""The report as a Word document: structure, draft marks, hostile text."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.conformance.acr_sample import SITE, WriteRun, outcome, page

from a11ycheck.config import Config, Product
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import docx
from a11ycheck.errors import UsageError
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.queries import RunView

HOSTILE = '<w:p/>&"\x00\x1b]0;x\x07{{ 7*7 }}'


def opened(view: RunView, config: Config, edition: EditionId = "508", *, final: bool = False):
    return Document(io.BytesIO(docx.render(build(view, config, edition, final=final))))


def text_of(document) -> str:
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


@pytest.mark.parametrize("edition", EDITION_IDS)
def test_structure(edition: EditionId, sample_view: RunView, config: Config) -> None:
    document = opened(sample_view, config, edition)
    assert document.core_properties.title == "DRAFT: Example Corp Accessibility Conformance Report"
    assert document.core_properties.language == "en-US"
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Title") == 1
    levels = [int(name[-1]) for name in styles if re.fullmatch(r"Heading \d", name)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert not any(paragraph.text == "" for paragraph in document.paragraphs)
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(paragraph.text for cell in table.rows[0].cells for paragraph in cell.paragraphs)
    assert not list(document.element.body.iter(qn("w:drawing")))


def test_every_row_of_the_edition_is_there_once(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config, "508")
    document = Document(io.BytesIO(docx.render(acr)))
    tables = [table for table in document.tables if table.cell(0, 0).text == "Criteria"]
    firsts = [row.cells[0].paragraphs[0].text for table in tables for row in table.rows[1:]]
    assert [text.split()[0] for text in firsts] == [proposal.row.num for proposal in acr.proposals]


def test_links_lead_to_bookmarks_that_exist(sample_view: RunView, config: Config) -> None:
    body = opened(sample_view, config).element.body
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert len(set(names)) == len(names)
    assert anchors
    assert anchors <= set(names)


def test_a_draft_says_so_on_every_page(sample_view: RunView, config: Config) -> None:
    draft, final = opened(sample_view, config), opened(sample_view, config, final=True)
    assert draft.sections[0].header.paragraphs[0].text.startswith("DRAFT")
    assert "Undecided" in text_of(draft)
    assert "DRAFT" not in final.sections[0].header.paragraphs[0].text + final.core_properties.title
    assert "Undecided" not in text_of(final)


def test_texts_of_pages_stay_text(write_run: WriteRun) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector=HOSTILE, name=HOSTILE, message=HOSTILE, help=HOSTILE)
    view = write_run(page(0, f"{SITE}/{HOSTILE}", (found,), title=HOSTILE, state=HOSTILE))
    product = Product(company=HOSTILE, name=HOSTILE, notes=HOSTILE, legal_disclaimer=HOSTILE)
    text = text_of(opened(view, Config(product=product)))
    assert '<w:p/>&"' in text
    assert "{{ 7*7 }}" in text


def test_two_hundred_pages_hold_every_finding(write_run: WriteRun, config: Config) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")
    view = write_run(*(page(order, f"{SITE}/{order}.html", (found,)) for order in range(200)))
    assert len(opened(view, config, "int").tables[-1].rows) == 201


def test_a_missing_package_names_the_extra(
    sample_view: RunView, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("a11ycheck.conformance.word.", "docx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match="docx") as error:
        docx.render(build(sample_view, config))
    assert "a11ycheck[office]" in error.value.hint


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_opens_in_libreoffice(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    path = tmp_path / "acr.docx"
    path.write_bytes(docx.render(build(sample_view, config)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, timeout=150, capture_output=True)
    assert (tmp_path / "acr.pdf").read_bytes().startswith(b"%PDF")
