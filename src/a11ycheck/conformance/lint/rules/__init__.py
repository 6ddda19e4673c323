"""Rules for conformance reports: one module each, with `RULE` and `check(report) -> problems`; found by scanning.

The module's docstring says what the rule asks and where that comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from a11ycheck.conformance.lint.document import Entry, Problem, Report, Severity
from a11ycheck.discovery import modules


@dataclass(frozen=True)
class LintRule:
    """The declaration of a rule: its id, and how grave a breach is."""

    id: str
    severity: Severity

    def problem(self, place: str | Entry, message: str) -> Problem:
        """A breach of this rule."""
        return Problem(self.id, self.severity, place if isinstance(place, str) else place.place, message)


class Rule(Protocol):
    """A module that judges a report."""

    RULE: LintRule
    __doc__: str | None

    def check(self, report: Report) -> Iterable[Problem]:
        """The breaches, in the order of the file."""


def rules() -> tuple[Rule, ...]:
    """All rules: those of this package, then those of the entry point group `a11ycheck.acr_rules`."""
    return modules(__name__, "a11ycheck.acr_rules", "RULE")
