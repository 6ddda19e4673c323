"""Which checks bear on a criterion, and how far each of them goes."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.checks.base import Check, checks
from a11ycheck.checks.manual import manual
from a11ycheck.conformance.standing import PROVEN_EXPERIMENTAL
from a11ycheck.standards.mapping import PROVEN_PRACTICES, AxeRule, rules_of_criterion


@dataclass(frozen=True)
class Limit:
    """What one of our own checks cannot see, as its manual page says it (Markdown)."""

    check: str
    text: str


@dataclass(frozen=True)
class Coverage:
    """The checks of a criterion by power, named by id or axe rule. `limits` holds those of our own checks alone."""

    proves: tuple[str, ...]
    asks: tuple[str, ...]
    informs: tuple[str, ...]
    limits: tuple[Limit, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no check bears on the criterion."""
        return not (self.proves or self.asks or self.informs)


def coverage(num: str) -> Coverage:
    """The checks that bear on a WCAG criterion: axe's rules first, then our own; all empty for another number."""
    own = [check for check in checks() if num in check.META.criteria and not check.META.best_practice]
    rules = [rule for rule in rules_of_criterion(num) if _runs(rule)]
    return Coverage(
        proves=(*(f"axe: {rule.id}" for rule in rules if _proves(rule)), *_ids(own, "fails")),
        asks=(*(f"axe: {rule.id}" for rule in rules if not _proves(rule)), *_ids(own, "asks")),
        informs=tuple(_ids(own, "evidence")),
        limits=tuple(
            Limit(check.META.id, " ".join(text.split()))
            for check in own
            if (text := manual(check).parts.get("Cannot see"))
        ),
    )


def _runs(rule: AxeRule) -> bool:
    return (rule.status == "standard" and rule.enabled) or rule.id in PROVEN_EXPERIMENTAL or rule.id in PROVEN_PRACTICES


def _proves(rule: AxeRule) -> bool:
    return not rule.review_on_fail


def _ids(found: list[Check], power: str) -> list[str]:
    return [check.META.id for check in found if check.META.power == power]
