"""Word documents as assistive technology meets them, read back with python-docx."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn

from a11ycheck.conformance.word.writer import FACTS, Link, Writer, bookmark_name, clean


def writer() -> Writer:
    return Writer(title="Report", language="en-GB", subject="Parley", running_head="DRAFT")


def opened(made: Writer):
    return Document(io.BytesIO(made.save()))


def test_title_language_and_running_head() -> None:
    document = opened(writer())
    assert (document.core_properties.title, document.core_properties.language) == ("Report", "en-GB")
    assert document.sections[0].header.paragraphs[0].text == "DRAFT"
    languages = {found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_headings_and_lists_use_styles() -> None:
    made = writer()
    made.title("Report")
    made.heading("Product", 1)
    made.heading("Notes", 2)
    made.bullets(["one", "two"])
    styles = [paragraph.style.name for paragraph in opened(made).paragraphs]
    assert styles == ["Title", "Heading 1", "Heading 2", "List Bullet", "List Bullet"]


def test_the_header_row_repeats_and_no_row_is_empty() -> None:
    made = writer()
    table = made.table("Levels", ("Criteria", "Level"), (8.0, 4.0))
    table.row([("1.1.1", None)], [("Supports", None), ("fact", FACTS)], bookmark="row 1.1.1")
    (found,) = opened(made).tables
    head = found.rows[0]._tr
    assert head.find(f".//{qn('w:tblHeader')}") is not None
    assert found.rows[1]._tr.find(f".//{qn('w:tblHeader')}") is None
    assert found._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Levels"
    assert [paragraph.text for paragraph in found.cell(1, 1).paragraphs] == ["Supports", "fact"]
    assert [mark.get(qn("w:name")) for mark in found._tbl.iter(qn("w:bookmarkStart"))] == ["row_1_1_1"]


def test_links_lead_to_addresses_and_bookmarks() -> None:
    made = writer()
    made.paragraph(("See ", Link("W3C", "https://www.w3.org/?a=1&b=2"), " and ", Link("1.1.1", anchor="row 1.1.1")))
    document = opened(made)
    web, inner = document.paragraphs[0].hyperlinks
    assert (web.text, web.url) == ("W3C", "https://www.w3.org/?a=1&b=2")
    assert inner._hyperlink.get(qn("w:anchor")) == bookmark_name("row 1.1.1")
    assert document.paragraphs[0].text == "See W3C and 1.1.1"


def test_what_xml_forbids_is_replaced() -> None:
    hostile = "a\x00b\x1b[31m\ud800\uffff<w:p>&"
    made = writer()
    made.paragraph(hostile)
    assert opened(made).paragraphs[0].text == clean(hostile) == "a�b�[31m��<w:p>&"
