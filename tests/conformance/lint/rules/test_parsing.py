from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import parsing


def test_warns_of_4_1_1_that_falls_short() -> None:
    assert len(found(parsing, report(entry("4.1.1", "Partially Supports")))) == 1


def test_passes_supports_and_other_rows() -> None:
    assert found(parsing, report(entry("4.1.1"), entry("4.1.2", "Partially Supports"))) == []
