from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, found, messages, report

from a11ycheck.conformance.lint.rules import filler_remarks


@pytest.mark.parametrize(
    ("level", "remarks", "said"),
    [
        ("Supports", "No known issues.", "says nothing"),
        ("Supports", "The product meets this criterion", "says nothing"),
        ("Not Applicable", "N/A", "says nothing"),
        ("Not Applicable", "Not applicable.", "says nothing"),
        ("Supports", "An industry-leading, fully accessible interface.", "praise"),
        ("Partially Supports", "Some images.", "neither the function"),
        ("Supports", "Icons, charts and controls have a text that does the same job.", "repeats the criterion"),
    ],
)
def test_warns_of_remarks_that_say_nothing(level: str, remarks: str, said: str) -> None:
    (message,) = messages(filler_remarks, report(entry("1.1.1", level, remarks)))
    assert said in message


@pytest.mark.parametrize(
    "remarks",
    [
        "Tested with NVDA on 12 pages: every image of the editor has a text alternative or is marked as decorative.",
        "The product plays no video.",
        "",
        "Icons in the toolbar have no name: https://issues.example.org/12",
    ],
)
def test_passes_remarks_with_facts(remarks: str) -> None:
    assert found(filler_remarks, report(entry(level="Partially Supports", remarks=remarks))) == []
