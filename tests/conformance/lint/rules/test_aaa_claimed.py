from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.rules import aaa_claimed

AAA = ("1.2.6", "1.2.7", "1.2.8", "1.4.6", "1.4.8", "2.1.3", "2.2.3", "2.3.2")


def test_warns_of_level_aaa_met_throughout() -> None:
    assert len(found(aaa_claimed, report(*(entry(num) for num in AAA)))) == 1


def test_passes_some_rows_that_fall_short_or_were_not_evaluated() -> None:
    assert found(aaa_claimed, report(*(entry(num) for num in AAA), entry("2.4.8", "Not Evaluated"))) == []
    assert found(aaa_claimed, report(*(entry(num) for num in AAA[:4]))) == []
