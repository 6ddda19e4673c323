"""From `--standard` names, axe tags, axe rules and ACT rules to WCAG criteria.

Source: rule tags of axe-core 4.11.4, the ACT mapping of w3c/wcag, WCAG 2.x, 36 CFR 1194 (Section 508
incorporates WCAG 2.0 Levels A and AA) and EN 301 549 V3.2.1 clause 9 (WCAG 2.1 Levels A and AA).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from a11ycheck.standards import wcag
from a11ycheck.standards.datafiles import read_json

StandardName = Literal["wcag20", "wcag21", "wcag22", "508", "en301549"]
STANDARD_NAMES: tuple[StandardName, ...] = get_args(StandardName)
RuleStatus = Literal["standard", "best-practice", "experimental", "deprecated"]
_WCAG_VERSION: dict[StandardName, wcag.Version] = {
    "wcag20": "2.0",
    "wcag21": "2.1",
    "wcag22": "2.2",
    "508": "2.0",
    "en301549": "2.1",
}
_CRITERION_TAG = re.compile(r"wcag(\d)(\d)(\d{1,2})")


@dataclass(frozen=True, slots=True)
class AxeRule:
    """An axe-core rule; `review_on_fail` rules only ever ask, `enabled` is axe's own default."""

    id: str
    status: RuleStatus
    enabled: bool
    review_on_fail: bool
    criteria: tuple[str, ...]
    tt_tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActRule:
    """A W3C ACT rule, by its six-character id; `proposed` ones are not approved yet."""

    id: str
    name: str
    proposed: bool
    criteria: tuple[str, ...]


def standard_criteria(name: StandardName, levels: Collection[wcag.Level] = ("A", "AA")) -> tuple[str, ...]:
    """Return the numbers of the WCAG criteria that a standard counts, in number order.

    At Levels A and AA: 38 for `wcag20` and `508`, 50 for `wcag21` and `en301549` (both with 4.1.1, which is
    always met), 55 for `wcag22` (without 4.1.1). Raises `ValueError` for another name.
    """
    if name not in _WCAG_VERSION:
        raise ValueError(f"unknown standard {name!r}; known: {', '.join(STANDARD_NAMES)}")
    return tuple(row.num for row in wcag.criteria(_WCAG_VERSION[name], levels))


def tag_criterion(tag: str) -> str | None:
    """Return the criterion that an axe tag names ("wcag143" is 1.4.3, "wcag1410" is 1.4.10), else None."""
    match = _CRITERION_TAG.fullmatch(tag)
    num = ".".join(match.groups()) if match else ""
    return num if wcag.is_criterion(num) else None


def tag_criteria(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the criteria that a rule's tags name, each once, in the order of the tags."""
    found = (tag_criterion(tag) for tag in tags)
    return tuple(dict.fromkeys(num for num in found if num))


PROVEN_PRACTICES = {"empty-heading": ("1.3.1", "2.4.6")}
"""Best practices of axe that fail WCAG by the W3C ACT rule they implement, with the criteria named there (ACT rule ffd0e9)."""


@cache
def axe_rules() -> dict[str, AxeRule]:
    """Return the 105 rules of axe-core 4.11.4 by id. A newer axe may have others: read its tags then."""
    return {
        row["id"]: AxeRule(
            id=row["id"],
            status=row["status"],
            enabled=row["enabled"],
            review_on_fail=row["review_on_fail"],
            criteria=PROVEN_PRACTICES.get(row["id"]) or tuple(row["criteria"]),
            tt_tags=tuple(row["tt_tags"]),
        )
        for row in read_json("axe_rules.json")
    }


@cache
def act_rules() -> dict[str, ActRule]:
    """Return the ACT rules that map to WCAG criteria, by id."""
    return {
        row["id"]: ActRule(row["id"], row["name"], row["proposed"], tuple(row["criteria"]))
        for row in read_json("act_rules.json")
    }


def rules_of_criterion(num: str) -> tuple[AxeRule, ...]:
    """Return the axe rules that belong to a criterion, in id order; none for an unknown number."""
    return tuple(rule for rule in axe_rules().values() if num in rule.criteria)


def act_rules_of_criterion(num: str) -> tuple[ActRule, ...]:
    """Return the ACT rules that belong to a criterion, in id order; none for an unknown number."""
    return tuple(rule for rule in act_rules().values() if num in rule.criteria)
