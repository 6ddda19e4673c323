"""A small tagged PDF, completed."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from a11ycheck.conformance.pdf_ua import finish
from a11ycheck.errors import A11yCheckError

TAGGED = b"/P <</MCID 0>> BDC BT (tagged) Tj ET EMC"
INSIDE = b"BT /P <</MCID 1>> BDC (tagged inside) Tj EMC ET"


def printed(content: bytes, *, tags: bool = True, **link) -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(content)
    if tags:
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    if link:
        page.obj.Annots = pikepdf.Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, **link)])
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def operators(body: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(body)) as pdf:
        return [str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])]


def test_title_language_and_mark() -> None:
    with pikepdf.open(io.BytesIO(finish(printed(TAGGED), "A title", "en"))) as pdf:
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        metadata = pdf.open_metadata()
        assert (metadata["dc:title"], metadata["pdfuaid:part"]) == ("A title", "1")


def test_tagged_content_stays_as_it_is() -> None:
    assert operators(finish(printed(TAGGED + b" " + INSIDE), "t", "en")) == [
        "BDC", "BT", "Tj", "ET", "EMC", "BT", "BDC", "Tj", "EMC", "ET",
    ]  # fmt: skip


def test_what_paints_outside_tags_becomes_an_artifact() -> None:
    loose = b"q 0 0 9 9 re f BT (Page 1) Tj ET 0 0 5 5 re W n Q " + TAGGED
    assert operators(finish(printed(loose), "t", "en")) == [
        "q", "BMC", "re", "f", "EMC", "BMC", "BT", "Tj", "ET", "EMC", "re", "W", "n", "Q",
        "BDC", "BT", "Tj", "ET", "EMC",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ({"A": Dictionary(S=Name.URI, URI=pikepdf.String("https://www.w3.org/"))}, "https://www.w3.org/"),
        ({"Dest": pikepdf.String("row-1.1.1")}, "To row 1.1.1 in this document"),
        ({"Contents": pikepdf.String("Kept")}, "Kept"),
    ],
)
def test_links_say_where_they_lead(link: dict[str, pikepdf.Object], said: str) -> None:
    with pikepdf.open(io.BytesIO(finish(printed(TAGGED, **link), "t", "en"))) as pdf:
        assert str(pdf.pages[0].obj.Annots[0].Contents) == said


def test_a_file_without_tags_is_not_marked() -> None:
    with pytest.raises(A11yCheckError, match="without tags"):
        finish(printed(b"", tags=False), "t", "en")
