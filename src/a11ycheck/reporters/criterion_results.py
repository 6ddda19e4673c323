"""What automated rules say of each criterion, in a word that never sounds like a pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from a11ycheck.language import later
from a11ycheck.model import Outcome
from a11ycheck.reporters.wording import Section
from a11ycheck.standards import wcag
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow, RuleResult

UNTESTED = later("Untested")
NONE_FOUND = later("No violations found")
NOTHING_TO_TEST = later("Nothing to test found")


@dataclass(frozen=True)
class CriterionResult:
    """What automated rules say of one criterion.

    `result`: Violation, Needs review, No violations found, Nothing to test found or Untested. `pages`: how many have a
    violation, or a question when there is none. `completed`: rules that completed anywhere; `untested`: rules that did
    not complete somewhere.
    """

    num: str
    result: str
    groups: tuple[GroupRow, ...]
    pages: int
    completed: int
    untested: int

    @property
    def is_untested(self) -> bool:
        """Whether no rule completed, so that counts of findings say nothing."""
        return self.result == UNTESTED

    @property
    def criterion(self) -> wcag.Criterion | None:
        """The criterion as WCAG has it; None for a number that WCAG lacks."""
        return wcag.criterion(self.num) if wcag.is_criterion(self.num) else None


def criterion_results(view: RunView, sections: Mapping[Section, Sequence[GroupRow]]) -> tuple[CriterionResult, ...]:
    """Levels A and AA of WCAG 2.2 and every other criterion that a rule speaks of, in number order.

    `sections`: groups by section, in the order they are to be shown.
    """
    pages: dict[tuple[str, Outcome], set[int]] = defaultdict(set)
    for tally in view.tallies():
        if not tally.rule.best_practice:
            for num in tally.rule.criteria:
                pages[num, tally.outcome].add(tally.target_id)
    groups: dict[str, list[GroupRow]] = defaultdict(list)
    for group in (*sections[Section.VIOLATION], *sections[Section.NEEDS_REVIEW]):
        for num in group.rule.criteria:
            groups[num].append(group)
    rules: dict[str, list[RuleResult]] = defaultdict(list)
    for result in view.rule_results:
        for num in result.rule.criteria if not result.rule.best_practice else ():
            rules[num].append(result)
    nums = {row.num for row in wcag.criteria()} | set(rules) | set(groups)
    return tuple(
        CriterionResult(
            num=num,
            result=_result(groups[num], rules[num]),
            groups=tuple(groups[num]),
            pages=len(pages[num, Outcome.FAILED] or pages[num, Outcome.CANT_TELL]),
            completed=sum(result.completed > 0 for result in rules[num]),
            untested=sum(Outcome.UNTESTED in result.targets for result in rules[num]),
        )
        for num in sorted(nums, key=_number)
    )


def _result(groups: Sequence[GroupRow], rules: Sequence[RuleResult]) -> str:
    """Unknown is never worded as good: without a completed rule a criterion is untested."""
    if any(group.failed for group in groups):
        return Section.VIOLATION
    if groups:
        return Section.NEEDS_REVIEW
    if any(Outcome.PASSED in result.targets for result in rules):
        return NONE_FOUND
    if any(result.completed for result in rules):
        return NOTHING_TO_TEST
    return UNTESTED


def _number(num: str) -> tuple[int, ...]:
    return tuple(int(part) for part in num.split(".") if part.isdigit())
