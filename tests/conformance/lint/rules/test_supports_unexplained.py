from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import supports_unexplained


def test_warns_of_supports_without_remarks() -> None:
    (problem,) = found(supports_unexplained, report(entry(remarks="")))
    assert problem.severity == "warning"


def test_passes_with_remarks() -> None:
    assert found(supports_unexplained, report(entry())) == []
