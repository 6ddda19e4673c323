"""Applies the suppressions of a configuration to a run, and keeps account of those that expired or do nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from a11ycheck.findings.suppressions import covers
from a11ycheck.gate.instances import Instance
from a11ycheck.gating import Suppression


@dataclass
class Silencing:
    """What each suppression silenced. The store and the conformance report know nothing of it."""

    rules: tuple[Suppression, ...]
    today: date

    def __post_init__(self) -> None:
        self._used: dict[int, int] = {}

    @property
    def expired(self) -> tuple[Suppression, ...]:
        """Those whose last day is over."""
        return tuple(rule for rule in self.rules if rule.expired(self.today))

    @property
    def unused(self) -> tuple[Suppression, ...]:
        """Those that hold and silence nothing."""
        return tuple(
            rule for number, rule in enumerate(self.rules) if number not in self._used and not rule.expired(self.today)
        )

    def of(self, one: Instance) -> Suppression | None:
        """The first suppression that holds for this barrier; all that would hold count as used."""
        finding = one.example
        chosen = None
        for number, rule in enumerate(self.rules):
            if rule.expired(self.today):
                continue
            if covers(
                rule, check=finding.rule.check, rule=finding.rule.rule, criteria=finding.rule.criteria,
                url=one.target.target.url, location=finding.location,
            ):  # fmt: skip
                self._used[number] = self._used.get(number, 0) + 1
                chosen = chosen or rule
        return chosen
