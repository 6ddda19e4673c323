"""What the checks that lay a page out anew say of the page as a whole, from evidence written by hand."""

from __future__ import annotations

from types import ModuleType

import pytest

from a11ycheck.checks import reflow, resize_text, text_spacing
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, Json, PageFacts, Target

ROOT = {
    "selector": "html",
    "html": "<html>",
    "box": [0, 0, 1280, 800],
    "identity": {"role": "document", "name": "", "landmarks": (), "anchor": "", "signature": "html"},
}
WHOLE = {
    "url": "http://test/", "texts": 9, "measured": 9, "cut": "", "root": ROOT, "lost": [], "overlaps": [], "vanished": [],
    "new_controls": 0, "wide": [], "beside": [], "broad": [], "page": {},
}  # fmt: skip
CHECKS = pytest.mark.parametrize("check", [reflow, resize_text, text_spacing], ids=lambda one: one.META.id)


def judged(check: ModuleType, **changed: Json) -> list[CheckOutcome]:
    collected = {check.META.needs[0]: {"calm": True, "documents": [{**WHOLE, **changed}]}}
    return list(check.judge(Evidence(Target(url="http://test/"), PageFacts(), collected)))


@CHECKS
def test_asks_about_text_that_was_not_measured(check: ModuleType) -> None:
    (found,) = judged(check, measured=4, cut="time")
    assert found.outcome == "cantTell"
    assert "4 of 9 texts" in found.message
    assert "no time" in found.message
    assert found.location is not None
    assert found.location.selector == "html"


@CHECKS
def test_a_page_measured_as_a_whole_passes(check: ModuleType) -> None:
    assert [found.outcome for found in judged(check)] == ["passed"]


@CHECKS
def test_a_page_without_text_is_inapplicable(check: ModuleType) -> None:
    assert [found.outcome for found in judged(check, texts=0, measured=0)] == ["inapplicable"]
