"""The table of criteria in the documentation is what the checks and their tests give today."""

from __future__ import annotations

import pytest
from scripts import build_coverage

from a11ycheck.checks.base import checks


def test_the_page_is_what_the_script_writes() -> None:
    assert build_coverage.PAGE.read_text(encoding="utf-8") == build_coverage.page(), (
        "run python scripts/build_coverage.py"
    )


@pytest.mark.parametrize("check", [check.META.id for check in checks() if check.META.power == "fails"])
def test_each_check_that_may_fail_has_a_test_in_which_it_does(check: str) -> None:
    assert check == "axe" or build_coverage.proof(check)


def test_every_criterion_stands_once() -> None:
    assert len(build_coverage.criteria()) == 55
