"""Small reports for the tests of lint rules."""

from __future__ import annotations

from a11ycheck.conformance.lint.document import Entry, Problem, Report
from a11ycheck.conformance.lint.rules import Rule

GOOD = Report(
    kind="openacr",
    title="Example Corp Accessibility Conformance Report",
    product="Parley",
    version="7.2",
    date="24 November 2026",
    description="Chat.",
    contact="accessibility@example.org",
    methods="Manual keyboard tests, NVDA 2026.1 with Firefox 140, axe-core 4.12.1.",
    catalog="2.5-edition-wcag-2.2-en",
)


def entry(
    num: str = "1.1.1", level: str = "Supports", remarks: str = "Tested.", component: str = "web", **rest
) -> Entry:
    return Entry(rest.pop("chapter", "success_criteria_level_a"), num, component, level, remarks, **rest)


def report(*entries: Entry, **fields) -> Report:
    return Report(**{**GOOD.__dict__, "entries": entries, **fields})


def found(rule: Rule, given: Report) -> list[Problem]:
    return list(rule.check(given))


def messages(rule: Rule, given: Report) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in rule.check(given)]
