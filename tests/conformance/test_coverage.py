"""What checks can do for a criterion."""

from __future__ import annotations

from a11ycheck.checks.base import checks
from a11ycheck.conformance.coverage import coverage


def test_rules_of_axe_prove_unless_they_only_ask() -> None:
    found = coverage("1.4.3")
    assert "axe: color-contrast" in found.proves
    assert not set(found.proves) & set(found.asks)


def test_every_check_of_ours_stands_under_its_power() -> None:
    for check in checks():
        for num in check.META.criteria if not check.META.best_practice else ():
            found = coverage(num)
            place = {"fails": found.proves, "asks": found.asks, "evidence": found.informs}[check.META.power]
            assert check.META.id in place


def test_rules_that_do_not_run_bear_on_nothing() -> None:
    assert "axe: css-orientation-lock" in coverage("1.3.4").proves
    assert "axe: p-as-heading" not in (*coverage("1.3.1").proves, *coverage("1.3.1").asks)
    assert "axe: target-size" not in coverage("2.5.8").proves
    assert "axe: bypass" in coverage("2.4.1").asks


def test_limits_come_from_the_manual_pages() -> None:
    texts = [limit.text for limit in coverage("2.4.2").limits]
    assert texts
    assert all(text and "\n" not in text for text in texts)


def test_nothing_bears_on_an_unknown_number() -> None:
    assert coverage("9.9.9").is_empty
