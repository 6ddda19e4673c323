"""Test conditions of the DHS Trusted Tester process and test ids of the ICT Testing Baseline.

Source: Trusted Tester 5.1.3 (April 2024), 61 live conditions; ICT Testing Baseline for Web 3.0, 55 tests.
Both stop at WCAG 2.0 Levels A and AA and add the media player rows of Section 508 503.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from a11ycheck.standards.datafiles import read_json

TRUSTED_TESTER_VERSION = "5.1.3"
BASELINE_VERSION = "3.0"


@dataclass(frozen=True, slots=True)
class Condition:
    """A Trusted Tester condition, such as 7.A.

    `criteria` are WCAG numbers, `section508` provisions, `conformance_requirement` a WCAG conformance
    requirement such as "Con.5", `baseline_tests` numbers of baseline test groups, `fpc` the 508 functional rows.
    """

    id: str
    name: str
    criteria: tuple[str, ...]
    section508: tuple[str, ...]
    conformance_requirement: str | None
    baseline_tests: tuple[int, ...]
    fpc: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BaselineTest:
    """A baseline test, such as 6.1-MeaningfulImage, and the WCAG criteria or 508 provisions that it covers."""

    id: str
    covers: tuple[str, ...]


@cache
def conditions() -> tuple[Condition, ...]:
    """Return the 61 live Trusted Tester conditions in the order of the process."""
    return tuple(
        Condition(
            id=row["id"],
            name=row["name"],
            criteria=tuple(row["criteria"]),
            section508=tuple(row["section508"]),
            conformance_requirement=row["conformance_requirement"],
            baseline_tests=tuple(row["baseline_tests"]),
            fpc=tuple(row["fpc"]),
        )
        for row in read_json("trusted_tester.json")
    )


@cache
def _conditions_by_id() -> dict[str, Condition]:
    return {condition.id: condition for condition in conditions()}


def condition(condition_id: str) -> Condition:
    """Return the condition with this id, such as "7.A". Raises `KeyError` when there is none."""
    return _conditions_by_id()[condition_id]


@cache
def baseline_tests() -> tuple[BaselineTest, ...]:
    """Return the 55 tests of the ICT Testing Baseline for Web in its order."""
    return tuple(BaselineTest(row["id"], tuple(row["covers"])) for row in read_json("ict_baseline.json"))
