from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import claims


@pytest.mark.parametrize(
    "text",
    ["Parley is fully 508 compliant.", "The product is WCAG 2.1 AA compliant", "It is certified.", "98% accessible"],
)
def test_warns_of_claims(text: str) -> None:
    assert len(found(claims, report(notes=text))) == 1
    assert len(found(claims, report(entry(remarks=text)))) == 1


@pytest.mark.parametrize(
    "text", ["Not all dialogs meet this.", "Contrast reaches 98% of pages.", "Compliance team: a@b.c"]
)
def test_passes_facts(text: str) -> None:
    assert found(claims, report(notes=text)) == []
