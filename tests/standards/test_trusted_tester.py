import pytest

from a11ycheck.standards import section508, trusted_tester, wcag


def test_counts():
    assert len(trusted_tester.conditions()) == 61
    assert len(trusted_tester.baseline_tests()) == 55


def test_a_condition_has_its_facts():
    condition = trusted_tester.condition("2.A")
    assert condition.criteria == ("1.4.2",)
    assert condition.conformance_requirement == "Con.5"
    assert condition.fpc == ("302.1", "302.2", "302.5", "302.9")


def test_removed_conditions_are_gone():
    for removed in ("5.E", "6.B"):
        with pytest.raises(KeyError):
            trusted_tester.condition(removed)


def test_criteria_and_conditions_name_each_other():
    for condition in trusted_tester.conditions():
        for num in condition.criteria:
            assert condition.id in wcag.criterion(num).trusted_tester
        for num in condition.section508:
            assert condition.id in section508.provision(num).trusted_tester


def test_criteria_and_baseline_tests_name_each_other():
    for test in trusted_tester.baseline_tests():
        for num in test.covers:
            row = section508.provision(num) if num.startswith("503") else wcag.criterion(num)
            assert test.id in row.ict_baseline
