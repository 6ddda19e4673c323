from __future__ import annotations

import pytest

from a11ycheck.findings.superseded import Said, answered, superseded
from a11ycheck.model import CheckOutcome, Location, Outcome

P, F, Q = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ([("color-contrast", Q), ("text-contrast", P)], {0}),
        ([("color-contrast", Q), ("text-contrast", F)], {0}),
        ([("color-contrast", Q), ("text-contrast", Q)], {0}),
        ([("color-contrast", Q), ("gradient-contrast", P)], {0}),
        ([("gradient-contrast", F), ("text-contrast", F)], {0}),
        ([("gradient-contrast", F), ("text-contrast", P)], {0}),
        ([("gradient-contrast", F), ("text-contrast", Q)], {1}),
        ([("color-contrast", Q), ("gradient-contrast", F), ("text-contrast", Q)], {0, 2}),
        ([("frame-title-unique", Q), ("frame-same-name", P)], {0}),
        ([("video-caption", Q), ("media-captions", Outcome.INAPPLICABLE)], {0}),
        ([("aria-hidden-focus", Q), ("hidden-focus", F)], {0}),
        ([("aria-hidden-focus", F), ("hidden-focus", F)], {1}),
        ([("aria-hidden-focus", F), ("hidden-focus", Q)], {1}),
        ([("color-contrast", F), ("text-contrast", P)], set()),
        ([("color-contrast", Q)], set()),
        ([("text-contrast", Q)], set()),
        ([("text-contrast", F), ("text-contrast", F)], set()),
        ([("image-alt", Q), ("text-contrast", F)], set()),
    ],
)
def test_the_strongest_answer_at_a_place_counts(said: list[tuple[str, Outcome]], gone: set[int]) -> None:
    assert superseded([Said(rule, outcome, "p") for rule, outcome in said]) == gone


def test_other_places_are_left_alone() -> None:
    assert (
        superseded([Said("color-contrast", Q, "p"), Said("text-contrast", F, "b"), Said("text-contrast", P, "")])
        == set()
    )


def outcome(rule: str, result: Outcome, selector: str) -> CheckOutcome:
    return CheckOutcome(
        check=rule, rule=rule, outcome=result, criteria=("1.4.3",), message="m", location=Location(selector=selector)
    )


def test_a_rule_without_findings_left_has_passed() -> None:
    kept = answered([outcome("color-contrast", Q, "p"), outcome("gradient-contrast", P, "p")])
    assert [(each.rule, each.outcome, each.location is None) for each in kept] == [
        ("gradient-contrast", P, False),
        ("color-contrast", P, True),
    ]


def test_a_rule_with_findings_left_keeps_them() -> None:
    kept = answered(
        [outcome("color-contrast", Q, "p"), outcome("color-contrast", Q, "b"), outcome("gradient-contrast", P, "p")]
    )
    assert [(each.rule, each.location.selector if each.location else "") for each in kept] == [
        ("color-contrast", "b"),
        ("gradient-contrast", "p"),
    ]
