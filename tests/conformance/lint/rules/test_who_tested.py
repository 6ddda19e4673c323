from __future__ import annotations

from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import who_tested


def test_warns_when_nobody_is_named() -> None:
    assert len(found(who_tested, report(methods="Keyboard, NVDA 2026.1, axe-core 4.12.1."))) == 1


def test_passes_people_teams_and_firms() -> None:
    assert found(who_tested, report(methods="Manual tests by Ann Auditor.")) == []
    assert found(who_tested, report(methods="A third-party audit with NVDA 2026.1.")) == []
    assert found(who_tested, report(methods="")) == []
