"""The PDF that a browser prints of the report: tags, outline, and what a validator says."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import Validator

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import pdf
from a11ycheck.errors import BrowserMissingError, UsageError
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.queries import RunView


def tags(element: pikepdf.Object, found: dict[str, int]) -> dict[str, int]:
    """Count the elements of the structure tree by type."""
    if isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found[str(element.S)] = found.get(str(element.S), 0) + 1
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            tags(child, found)
    return found


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The elements of the structure tree in reading order."""
    if isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield element
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            yield from elements(child)


def scope(header: pikepdf.Dictionary) -> str:
    attributes = header.get("/A", pikepdf.Array())
    found = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((str(one.Scope) for one in found if "/Scope" in one), "")


@pytest.mark.parametrize(
    "edition",
    [each if each in ("508", "int") else pytest.param(each, marks=pytest.mark.soak) for each in EDITION_IDS],
)
def test_tags_outline_language_title_and_a_validator(
    edition: EditionId, sample_view: RunView, config: Config, tmp_path: Path
) -> None:
    path = tmp_path / "acr.pdf"
    acr = build(sample_view, config, edition)
    path.write_bytes(pdf.render(acr))
    with pikepdf.open(path) as opened:
        found = tags(opened.Root.StructTreeRoot, {})
        assert found["/H1"] == 1
        assert found["/Table"] == len([table for table in acr.tables if table.proposals]) + 2
        assert found["/TH"] > len(acr.proposals)
        assert opened.Root.Lang == "en"
        assert all(scope(one) in ("/Row", "/Column") for one in elements(opened.Root.StructTreeRoot) if one.S == "/TH")
        levels = [
            int(str(one.S)[2]) for one in elements(opened.Root.StructTreeRoot) if re.fullmatch(r"/H[1-6]", str(one.S))
        ]
        assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
        links = [note for sheet in opened.pages for note in sheet.get("/Annots", ()) if note.Subtype == "/Link"]
        assert links
        assert all(str(note.get("/Contents", "")).strip() for note in links)
        assert all(sheet.Tabs == "/S" for sheet in opened.pages if "/Annots" in sheet)
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        metadata = opened.open_metadata()
        assert metadata["dc:title"] == "DRAFT: Example Corp Accessibility Conformance Report"
        assert metadata["pdfuaid:part"] == "1"
        with opened.open_outline() as outline:
            (top,) = outline.root
            assert top.title == acr.title
            assert {"Product", "Terms", "Pages audited"} <= {child.title for child in top.children}
    report = Validator().validate(str(path))
    findings = [finding for outcome in report.outcomes for finding in outcome.findings]
    assert findings == []


def test_a_missing_package_names_the_extra(
    sample_view: RunView, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "a11ycheck.conformance.pdf_ua", raising=False)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(UsageError, match="pikepdf") as error:
        pdf.render(build(sample_view, config))
    assert "a11ycheck[office]" in error.value.hint


def test_the_browser_of_the_configuration_is_used(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    named = config.model_copy(update={"browser_path": tmp_path / "no-such-browser"})
    with pytest.raises(BrowserMissingError, match="no-such-browser"):
        pdf.render(build(sample_view, named))
