"""Which findings the gate counts, by standard, kind and impact."""

from __future__ import annotations

import pytest

from a11ycheck.config import Config
from a11ycheck.gate.counting import Counting
from a11ycheck.model import Impact, Location, Outcome
from a11ycheck.store.rows import FindingRow, RuleRow

FAILED, ASKED = Outcome.FAILED, Outcome.CANT_TELL


def rule(*criteria: str, practice: bool = False) -> RuleRow:
    return RuleRow(
        id=1, check="axe", rule="rule", criteria=criteria, best_practice=practice, act=(), help="", help_url=""
    )


def finding(of: RuleRow, outcome: Outcome, impact: Impact | None) -> FindingRow:
    return FindingRow(
        id=1, target_id=1, rule=of, outcome=outcome, impact=impact, message="", location=Location(selector="a"),
        fingerprint="f", group="g", data={},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ({}, ("violation",)),
        ({"fail_on_review": True}, ("violation", "needs review")),
        ({"fail_on_best_practice": True}, ("violation", "best practice")),
        ({"fail_on_review": True, "fail_on_best_practice": True}, ("violation", "needs review", "best practice")),
    ],
)
def test_the_kinds_that_are_asked_for(options: dict[str, bool], kinds: tuple[str, ...]) -> None:
    assert Counting(Config.model_validate(options)).kinds == kinds


@pytest.mark.parametrize(
    ("options", "of", "outcome", "may"),
    [
        ({}, rule("1.1.1"), FAILED, True),
        ({}, rule("1.1.1"), ASKED, False),
        ({"fail_on_review": True}, rule("1.1.1"), ASKED, True),
        ({}, rule(practice=True), FAILED, False),
        ({"fail_on_best_practice": True}, rule(practice=True), FAILED, True),
        ({"fail_on_best_practice": True}, rule(practice=True), ASKED, False),
        ({"fail_on_review": True}, rule(practice=True), ASKED, False),
        ({}, rule("2.4.9"), FAILED, False),
        ({}, rule(), FAILED, False),
        ({}, rule("2.4.9", "2.4.4"), FAILED, True),
        ({"standard": ["wcag21"]}, rule("2.5.8"), FAILED, False),
        ({"standard": ["wcag22"]}, rule("2.5.8"), FAILED, True),
        ({"standard": ["508"]}, rule("1.4.10"), FAILED, False),
        ({"standard": ["508", "wcag21"]}, rule("1.4.10"), FAILED, True),
    ],
)
def test_kind_and_standard_decide_what_may_count(
    options: dict[str, object], of: RuleRow, outcome: Outcome, may: bool
) -> None:
    counting = Counting(Config.model_validate(options))
    assert counting.may_count(of, outcome) is may
    assert counting.counts(finding(of, outcome, None)) is may


@pytest.mark.parametrize(
    ("threshold", "impact", "counts"),
    [
        (None, None, True),
        (None, Impact.MINOR, True),
        ("minor", Impact.MINOR, True),
        ("serious", Impact.MODERATE, False),
        ("serious", Impact.SERIOUS, True),
        ("serious", Impact.CRITICAL, True),
        ("minor", None, False),
    ],
)
def test_the_impact_must_reach_the_threshold(threshold: str | None, impact: Impact | None, counts: bool) -> None:
    config = Config.model_validate({"fail_on": threshold} if threshold else {})
    assert Counting(config).counts(finding(rule("1.1.1"), FAILED, impact)) is counts
