"""The PDF of the findings, read back by pikepdf and judged by a PDF/UA validator."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pdfua.validator import Validator

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def figures(element: pikepdf.Object) -> list[str]:
    """Text alternatives of all figures in the structure tree; empty where there is none."""
    found: list[str] = []
    if isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == "/Figure":
            found.append(str(element.get("/Alt", "")))
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            found += figures(child)
    return found


def test_it_is_tagged_has_alternatives_and_passes_a_validator(view: RunView, config: Config, tmp_path: Path) -> None:
    (path,) = write_reports(view, config, ["pdf"], tmp_path)
    with pikepdf.open(path) as opened:
        assert opened.Root.Lang == "en"
        assert opened.open_metadata()["dc:title"] == "Accessibility findings: Parley 7.1"
        assert opened.open_metadata()["pdfuaid:part"] == "1"
        told = figures(opened.Root.StructTreeRoot)
        assert "Screenshot with the element in a frame: img" in told
        assert "" not in told
        with opened.open_outline() as outline:
            (top,) = outline.root
            assert {"What could not be audited", "Groups", "Criteria", "Pages"} <= {
                child.title for child in top.children
            }
    report = Validator().validate(str(path))
    assert [finding for outcome in report.outcomes for finding in outcome.findings] == []
