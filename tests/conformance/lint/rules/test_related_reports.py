from __future__ import annotations

from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import related_reports


def test_warns_of_another_report_that_nobody_can_find() -> None:
    (problem,) = found(related_reports, report(notes="The mobile client has a separate ACR."))
    assert "separate ACR" in problem.message


def test_passes_a_report_with_its_address_and_none() -> None:
    assert found(related_reports, report(notes="The mobile client has a separate ACR: https://example.org/acr.")) == []
    assert found(related_reports, report(notes="This report covers the web client.")) == []
