"""Answers do not contradict each other: rows that repeat or sum up others are no better than those.

A reviewer's classic: 1.1.1 Partially Supports, 302.1 Without Vision Supports; or the reverse, a functional row that falls short
though every row behind it is met. The mapping is that of section508.gov for Section 508, Table B.2 of V3.2.1 (primary
relations) for EN 301 549. 602.3 repeats WCAG for documentation, 504.2 for authoring tools, EN clauses 9 to 12 for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from a11ycheck.conformance.lint.document import TERMS, Entry, Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.functional import FpcSource, Strength, fpc, fpc_criteria, fps, fps_criteria
from a11ycheck.standards.wcag import all_criteria

RULE = LintRule("contradiction", Severity.WARNING)
FPC_SOURCE: tuple[FpcSource, ...] = ("section508.gov",)
FPS_STRENGTH: tuple[Strength, ...] = ("primary",)
REPEATS = {
    "501.1": ("web", "software"), "504.2": ("authoring-tool",), "602.3": ("electronic-docs",), "10.1.1.1": ("electronic-docs",),
    "11.1.1.1": ("software",), "11.8.2": ("authoring-tool",), "12.1.2": ("electronic-docs",), "12.2.4": ("electronic-docs",),
}  # fmt: skip
"""Rows that stand for all WCAG rows at once, with the components that answer them."""
_AREAS = {"web": "web", "non_web_document": "electronic-docs", "software_open": "software", "software_closed": "closed"}
_SHORT = ("Partially Supports", "Does Not Support")
_MET = ("Supports", "Not Applicable")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    criteria = {
        entry.num: [one for one in report.answered(entry.num) if one.is_wcag]
        for entry in report.entries
        if entry.is_wcag
    }
    short = {num: [one for one in entries if one.level in _SHORT] for num, entries in criteria.items()}
    by_component: dict[str, list[str]] = defaultdict(list)
    for num, entries in short.items():
        for entry in entries:
            by_component[_component(entry)].append(num)
    others = {entry.num: entry for entry in report.entries if not entry.is_wcag and entry.level in TERMS}
    for entry in others.values():
        if entry.num in _mapped():
            yield from _functional(entry, criteria, short)
        elif entry.num in REPEATS and entry.level == "Supports":
            against = [num for component in REPEATS[entry.num] for num in by_component[component]]
            if against:
                yield RULE.problem(
                    entry, f"Supports, though the rows it repeats fall short: {', '.join(dict.fromkeys(against))}"
                )
        elif entry.num in _clauses():
            yield from _repeated(entry, criteria)
    for row in fpc():
        american, european = others.get(row.num), others.get(row.counterpart or "")
        if american and european and american.level in _SHORT and european.level == "Supports":
            yield RULE.problem(european, f"Supports, though {american.num} says {american.level} for the same users")


def _functional(
    entry: Entry, criteria: Mapping[str, list[Entry]], short: Mapping[str, list[Entry]]
) -> Iterator[Problem]:
    rows = _mapped()[entry.num]
    against = [num for num in rows if short.get(num)]
    if entry.level == "Supports" and against:
        yield RULE.problem(entry, f"Supports, though {', '.join(against)} fall short for the same users")
    answered = [one.level for num in rows for one in criteria.get(num, ()) if one.level]
    if entry.level in _SHORT and answered and all(level in _MET for level in answered):
        yield RULE.problem(entry, f"{entry.level}, though every row that bears on these users is met")


def _repeated(entry: Entry, criteria: Mapping[str, list[Entry]]) -> Iterator[Problem]:
    num, component = _clauses()[entry.num]
    for answer in criteria.get(num, ()):
        differs = {entry.level, answer.level} & set(_SHORT) and "Supports" in (entry.level, answer.level)
        if _component(answer) == component and differs:
            yield RULE.problem(entry, f"{entry.level}, though {num} says {answer.level} for the same content")


def _component(entry: Entry) -> str:
    return entry.component.lower().replace("documents", "docs").replace(" ", "-")


@cache
def _mapped() -> dict[str, tuple[str, ...]]:
    american = {row.num: fpc_criteria(row.num, FPC_SOURCE) for row in fpc()}
    return american | {row.num: fps_criteria(row.num, FPS_STRENGTH) for row in fps()}


@cache
def _clauses() -> dict[str, tuple[str, str]]:
    """EN clauses that repeat one criterion: the criterion and the component that answers it."""
    return {
        clause: (criterion.num, _AREAS[area])
        for criterion in all_criteria()
        for area, clauses in criterion.en_clauses
        for clause in clauses
        if area in _AREAS
    }
