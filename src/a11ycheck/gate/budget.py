"""Budgets: how many findings that count may be there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11ycheck.gate.instances import Instance
from a11ycheck.gating import Budget


@dataclass(frozen=True)
class Account:
    """One budget and what a run spent of it. `of`: `total`, `criterion 1.4.3` or `group 0123…`."""

    of: str
    allowed: int
    spent: tuple[Instance, ...]

    @property
    def exceeded(self) -> bool:
        """Whether more is there than allowed."""
        return len(self.spent) > self.allowed

    @property
    def line(self) -> str:
        """The state of the account in words."""
        if self.exceeded:
            return f"Budget {self.of}: {len(self.spent)} of {self.allowed}, exceeded"
        return f"Budget {self.of}: {len(self.spent)} of {self.allowed}"


def accounts(budget: Budget, counted: Sequence[Instance]) -> tuple[Account, ...]:
    """All budgets with what they are spent on."""
    found = [] if budget.total is None else [Account("total", budget.total, tuple(counted))]
    for number, allowed in sorted(budget.criterion.items()):
        spent = tuple(one for one in counted if number in one.example.rule.criteria)
        found.append(Account(f"criterion {number}", allowed, spent))
    for key, allowed in sorted(budget.group.items()):
        found.append(Account(f"group {key}", allowed, tuple(one for one in counted if one.example.group == key)))
    return tuple(found)


def covered(found: Sequence[Account]) -> frozenset[int]:
    """Ids of the examples of barriers that some budget is for, and none is exceeded by."""
    within = {one.example.id for account in found if not account.exceeded for one in account.spent}
    beyond = {one.example.id for account in found if account.exceeded for one in account.spent}
    return frozenset(within - beyond)
