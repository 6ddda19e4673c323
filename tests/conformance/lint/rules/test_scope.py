from __future__ import annotations

from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import scope


def test_warns_when_nothing_says_what_was_judged() -> None:
    assert len(found(scope, report(methods="Manual tests with NVDA 2026.1 by our team.", notes=""))) == 1


def test_passes_named_pages_processes_or_addresses() -> None:
    assert found(scope, report(methods="Twelve pages were tested by hand.")) == []
    assert found(scope, report(notes="Tested on https://test.example.org.")) == []
