from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import hardware_answered

HARDWARE = entry("402.2.1", component="none", chapter="Chapter 4")


def test_warns_of_hardware_rows_of_a_web_product() -> None:
    assert found(hardware_answered, report(entry(), HARDWARE))[0].place == "402.2.1"


def test_passes_not_applicable_and_products_without_pages() -> None:
    away = entry("402.2.1", "Not Applicable", "No hardware.", component="none", chapter="Chapter 4")
    assert found(hardware_answered, report(entry(), away)) == []
    assert found(hardware_answered, report(entry(component="software"), HARDWARE)) == []
