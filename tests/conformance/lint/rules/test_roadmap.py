from __future__ import annotations

import pytest
from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import roadmap

SHORT = entry(level="Partially Supports", remarks="Icons of the composer have no text alternative.")


def test_warns_when_no_defect_has_a_way_on() -> None:
    assert found(roadmap, report(SHORT, entry()))[0].place == "1.1.1"


@pytest.mark.parametrize("told", ["Issue PAR-311.", "See https://issues.example.org/3.", "Workaround: use the menu."])
def test_passes_issue_numbers_links_and_workarounds(told: str) -> None:
    known = entry("1.3.1", "Does Not Support", f"Tables have no headers. {told}")
    assert found(roadmap, report(SHORT, known)) == []
    assert found(roadmap, report(entry())) == []
