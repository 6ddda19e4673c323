from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import contradictions

FPC = {"component": "none", "chapter": "functional_performance_criteria"}
FPS = {"component": "none", "chapter": "en_301_549_functional_performance"}


def test_warns_when_a_functional_row_is_better_than_a_row_that_bears_on_it() -> None:
    short = entry("1.1.1", "Partially Supports")
    assert "1.1.1" in messages(contradictions, report(short, entry("302.1", **FPC)))[0]
    assert "1.1.1" in messages(contradictions, report(short, entry("4.2.1", **FPS)))[0]


def test_passes_when_the_functional_row_falls_short_too_or_nothing_does() -> None:
    both = report(entry("1.1.1", "Partially Supports"), entry("302.1", "Partially Supports", **FPC))
    assert messages(contradictions, both) == []
    assert messages(contradictions, report(entry("1.1.1"), entry("302.1", **FPC))) == []
