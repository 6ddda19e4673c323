"""Only proven rules fail a criterion, and a person's verdict outranks every rule."""

from __future__ import annotations

import pytest

from a11ycheck.conformance.standing import Standing, may_fail, standing
from a11ycheck.conformance.verdicts import FindingVerdict, Signature, StoredVerdicts
from a11ycheck.model import Location, Outcome
from a11ycheck.store.rows import FindingRow, RuleRow

JO = Signature("Jo", "2026-01-02")
NOBODY = StoredVerdicts()
BARRIER = StoredVerdicts(findings={"f": FindingVerdict(True, JO)})
NO_BARRIER = StoredVerdicts(findings={"f": FindingVerdict(False, JO, "decoration")})
ELSEWHERE = StoredVerdicts(findings={"other": FindingVerdict(False, JO, "decoration")})


def rule(name: str, *, practice: bool = False) -> RuleRow:
    return RuleRow(
        id=1, check="axe", rule=name, criteria=("1.1.1",), best_practice=practice, act=(), help="", help_url=""
    )


def finding(name: str, outcome: Outcome = Outcome.FAILED, *, practice: bool = False) -> FindingRow:
    return FindingRow(
        id=1, target_id=1, rule=rule(name, practice=practice), outcome=outcome, impact=None, message="",
        location=Location(selector="a"), fingerprint="f", group="g", data={},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "practice", "may"),
    [
        ("image-alt", False, True),
        ("keyboard-trap", False, True),
        ("a-rule-of-a-newer-axe", False, True),
        ("region", True, False),
        ("region", False, False),
        ("a-rule-of-a-newer-axe", True, False),
        ("empty-heading", False, True),
        ("empty-heading", True, False),
        ("label-content-name-mismatch", True, True),
        ("css-orientation-lock", True, True),
        ("hidden-content", False, False),
        ("bypass", False, False),
        ("table-fake-caption", False, False),
    ],
)
def test_which_rules_can_fail_a_criterion(name: str, practice: bool, may: bool) -> None:
    assert may_fail(rule(name, practice=practice)) is may


@pytest.mark.parametrize(
    ("found", "meaning"),
    [
        (finding("image-alt"), Standing.UNCONFIRMED),
        (finding("image-alt", Outcome.CANT_TELL), Standing.REVIEW),
        (finding("region", practice=True), Standing.REVIEW),
        (finding("hidden-content"), Standing.REVIEW),
    ],
)
@pytest.mark.parametrize("verdicts", [NOBODY, ELSEWHERE], ids=["none", "on another"])
def test_what_nobody_judged_is_unconfirmed_or_open(
    found: FindingRow, meaning: Standing, verdicts: StoredVerdicts
) -> None:
    assert standing(found, verdicts) is meaning


@pytest.mark.parametrize(
    "found",
    [finding("image-alt"), finding("image-alt", Outcome.CANT_TELL), finding("region", practice=True)],
    ids=["violation", "question", "advice"],
)
def test_a_persons_verdict_decides(found: FindingRow) -> None:
    assert standing(found, BARRIER) is Standing.CONFIRMED
    assert standing(found, NO_BARRIER) is Standing.REJECTED
