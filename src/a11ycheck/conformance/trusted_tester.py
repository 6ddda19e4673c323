"""The Trusted Tester sheet: 61 conditions, prefilled with Fail where a person confirmed a failure, else blank.

Source: DHS Trusted Tester 5.1.3. A sheet filled in by a program is not a certified Trusted Tester result. Which condition
a finding belongs to follows from axe's own tags; where a rule has none, from its criteria when one condition alone covers
them. Findings that fit several conditions are named under each, for the tester to place.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from a11ycheck.conformance.evidence import GroupEvidence, RunEvidence
from a11ycheck.conformance.remarks import example, plural, spread
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.wording import what_it_finds
from a11ycheck.standards.guidance import guidance
from a11ycheck.standards.mapping import axe_rules
from a11ycheck.standards.section508 import provision
from a11ycheck.standards.trusted_tester import Condition, conditions
from a11ycheck.standards.wcag import criterion

NOT_CERTIFIED = "This sheet was prepared by a program. It is not a certified Trusted Tester result."
FAIL = "Fail"
_PLAYER_ROWS = {"17.D": "503.4.1", "17.E": "503.4.2"}
_OWN_STEPS = {
    "1.A": (
        "Where the product offers an alternate version of a page for accessibility, find it.",
        "Test that version on all other conditions; any failure there fails this condition.",
    ),
    "1.B": (
        "Compare the alternate version with the page that it stands for.",
        "Check that it has the same information and functions, in the same language, as up to date as the page itself.",
    ),
    "1.C": (
        "From the page that does not conform, look for the way to its alternate version.",
        "Check that this way can itself be used by keyboard and assistive technology, or that the page can only be"
        " reached from the alternate version.",
    ),
    "1.D": (
        "Look at all content of the page, also what people do not need in order to use it.",
        "Check that no sound plays on, nothing traps the keyboard, nothing moves without a way to stop it and nothing"
        " flashes: 1.4.2, 2.1.2, 2.2.2 and 2.3.1 hold for everything.",
    ),
}


@dataclass(frozen=True)
class Line:
    """A condition of the sheet. `result`: Fail or empty; `evidence`: confirmed failures; `hints`: what a tester should look at."""

    condition: Condition
    requirements: tuple[str, ...]
    result: str
    evidence: tuple[str, ...]
    hints: tuple[str, ...]
    procedure: tuple[str, ...]


def sheet(run: RunEvidence) -> tuple[Line, ...]:
    """All conditions in the order of the process. Passes and Does Not Apply are for a tester and never filled in."""
    confirmed: dict[str, list[str]] = defaultdict(list)
    hints: dict[str, list[str]] = defaultdict(list)
    for group, criteria in _groups(run):
        found = _conditions_of(group, criteria)
        text = _text(group, run)
        for one in found:
            if group.standing == "confirmed" and len(found) == 1:
                confirmed[one.id].append(text)
            else:
                hints[one.id].append(f"{_standing(group)}: {text}")
    return tuple(
        Line(
            condition=one,
            requirements=_requirements(one),
            result=FAIL if confirmed[one.id] else "",
            evidence=tuple(confirmed[one.id]),
            hints=tuple(hints[one.id]),
            procedure=_procedure(one),
        )
        for one in conditions()
    )


def _groups(run: RunEvidence) -> list[tuple[GroupEvidence, frozenset[str]]]:
    """Each group of failures and questions once, with its criteria."""
    groups: dict[tuple[str, str], GroupEvidence] = {}
    criteria: dict[tuple[str, str], set[str]] = defaultdict(set)
    for num, evidence in run.criteria.items():
        for group in (*evidence.failures, *evidence.reviews):
            groups[group.key, group.standing] = group
            criteria[group.key, group.standing].add(num)
    return [(group, frozenset(criteria[key])) for key, group in groups.items()]


def _conditions_of(group: GroupEvidence, criteria: frozenset[str]) -> tuple[Condition, ...]:
    rule = axe_rules().get(group.rule.rule)
    tagged = {tag.removeprefix("TT").upper() for tag in rule.tt_tags} if rule else set()
    named = tuple(one for one in conditions() if one.id in tagged)
    return named or tuple(one for one in conditions() if criteria & set(one.criteria))


def _text(group: GroupEvidence, run: RunEvidence) -> str:
    places = plural(group.findings, "place")
    return (
        f"{printable(what_it_finds(group.rule))}, {places} on {spread((group,), run)}, for example {example(group, run)}"
        f" (group {group.key})"
    )


def _standing(group: GroupEvidence) -> str:
    known = {
        "confirmed": "Confirmed failure, which may belong here",
        "unconfirmed": "Failure not confirmed by a person",
    }
    return known.get(group.standing.value, "Open question")


def _requirements(one: Condition) -> tuple[str, ...]:
    names = [f"{num} {criterion(num).name}" for num in one.criteria]
    names += [f"{num} {provision(num).title}" for num in one.section508]
    return (
        *names,
        *([f"WCAG conformance requirement {one.conformance_requirement}"] * bool(one.conformance_requirement)),
    )


def _procedure(one: Condition) -> tuple[str, ...]:
    """How a person tests the rows that the condition belongs to, in our words; the official text is in the process itself."""
    if one.id in _OWN_STEPS:
        return _OWN_STEPS[one.id]
    nums = (*one.criteria, *(_PLAYER_ROWS.get(one.id, num) for num in one.section508))
    found = [known for num in nums if (known := guidance(num)) is not None]
    return tuple(dict.fromkeys(step for known in found for step in known.steps))
