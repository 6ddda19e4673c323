"""What the HTML report shows, computed once: counts per page and criterion, file names, and lists cut into parts.

File names are made of what stays the same from run to run, so that links to them keep working.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from a11ycheck.model import Outcome, TargetStatus, short_hash
from a11ycheck.reporters.wording import Section, groups_by_section, section_of
from a11ycheck.standards import wcag
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, GroupRow, RuleResult, TargetRow

T = TypeVar("T")

UNTESTED = "Untested"
PART_WEIGHT = 250_000
_PLAIN_KEY = re.compile(r"[0-9a-f]{8,64}")
_WORST_FIRST = (TargetStatus.NOT_AUDITED, TargetStatus.PARTIAL, TargetStatus.AUDITED)


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


@dataclass(frozen=True)
class Block:
    """The findings that one group has on one page, in the section that they alone belong to."""

    group: GroupRow
    section: Section
    places: tuple[FindingRow, ...]

    @property
    def is_mixed(self) -> bool:
        """Whether it holds violations and questions, so that each place has to say which it is."""
        return len({place.outcome for place in self.places}) > 1


class Site:
    """A run, prepared for the templates."""

    def __init__(self, view: RunView) -> None:
        self.view = view

    @cached_property
    def sections(self) -> dict[Section, list[GroupRow]]:
        """Groups by section, worst first."""
        return groups_by_section(self.view)

    @cached_property
    def counts(self) -> dict[int, Counter[Section]]:
        """Findings per target and section."""
        counts: dict[int, Counter[Section]] = defaultdict(Counter)
        for tally in self.view.tallies():
            counts[tally.target_id][section_of(tally.outcome, best_practice=tally.rule.best_practice)] += tally.findings
        return counts

    def pages_with(self, section: Section) -> int:
        """How many targets have findings of a section."""
        return sum(1 for counter in self.counts.values() if counter[section])

    @cached_property
    def targets(self) -> tuple[TargetRow, ...]:
        """Not audited first, then partial, then by violations and questions; plan order breaks ties."""
        return tuple(sorted(self._busiest_of(self.view.targets), key=lambda row: _WORST_FIRST.index(row.status)))

    @cached_property
    def busiest(self) -> tuple[TargetRow, ...]:
        """Targets that were audited at least in part, by violations and questions; plan order breaks ties."""
        return tuple(self._busiest_of(row for row in self.view.targets if row.status is not TargetStatus.NOT_AUDITED))

    def _busiest_of(self, rows: Iterable[TargetRow]) -> list[TargetRow]:
        """Targets by violations and questions; ties stay in their order."""

        def busy(row: TargetRow) -> tuple[int, int]:
            counter = self.counts.get(row.id, Counter())
            return (counter[Section.VIOLATION], counter[Section.NEEDS_REVIEW])

        return sorted(rows, key=busy, reverse=True)

    def blocks(self, row: TargetRow) -> list[Block]:
        """What is found on a target, by group: violations, then questions, then best practice, each worst first."""
        found: dict[str, list[FindingRow]] = defaultdict(list)
        for finding in self.view.findings(target_id=row.id):
            found[finding.group].append(finding)
        blocks = []
        for key in sorted(found, key=lambda key: self._ranks[key]):
            group, places = self.view.groups[self._ranks[key]], tuple(found[key])
            worst = Outcome.FAILED if any(place.outcome is Outcome.FAILED for place in places) else Outcome.CANT_TELL
            blocks.append(Block(group, section_of(worst, best_practice=group.rule.best_practice), places))
        order = list(Section)
        return sorted(blocks, key=lambda block: order.index(block.section))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {group.key: rank for rank, group in enumerate(self.view.groups)}

    @cached_property
    def page_names(self) -> dict[int, str]:
        """File name, without extension, of each target's page; a number tells apart targets that look the same."""
        names: dict[int, str] = {}
        taken: Counter[str] = Counter()
        for row in self.view.targets:
            name = f"page-{short_hash(row.target.url, row.target.state, row.target.variant.name)}"
            taken[name] += 1
            names[row.id] = name if taken[name] == 1 else f"{name}-again-{taken[name]}"
        return names

    def with_status(self, status: TargetStatus) -> tuple[TargetRow, ...]:
        """Targets of a status in plan order."""
        return tuple(row for row in self.view.targets if row.status is status)

    @cached_property
    def criteria(self) -> tuple[CriterionResult, ...]:
        """Levels A and AA of WCAG 2.2 and every other criterion that a rule speaks of, in number order."""
        pages: dict[tuple[str, Outcome], set[int]] = defaultdict(set)
        for tally in self.view.tallies():
            if not tally.rule.best_practice:
                for num in tally.rule.criteria:
                    pages[num, tally.outcome].add(tally.target_id)
        groups: dict[str, list[GroupRow]] = defaultdict(list)
        for group in (*self.sections[Section.VIOLATION], *self.sections[Section.NEEDS_REVIEW]):
            for num in group.rule.criteria:
                groups[num].append(group)
        rules: dict[str, list[RuleResult]] = defaultdict(list)
        for result in self.view.rule_results:
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

    @cached_property
    def untested(self) -> tuple[RuleResult, ...]:
        """Rules that did not complete on some target."""
        return tuple(result for result in self.view.rule_results if Outcome.UNTESTED in result.targets)


def _result(groups: Sequence[GroupRow], rules: Sequence[RuleResult]) -> str:
    """Unknown is never worded as good: without a completed rule a criterion is untested."""
    if any(group.failed for group in groups):
        return Section.VIOLATION
    if groups:
        return Section.NEEDS_REVIEW
    if any(Outcome.PASSED in result.targets for result in rules):
        return "No violations found"
    if any(result.completed for result in rules):
        return "Nothing to test found"
    return UNTESTED


def _number(num: str) -> tuple[int, ...]:
    return tuple(int(part) for part in num.split(".") if part.isdigit())


def group_name(group: GroupRow) -> str:
    """File name, without extension, of a group's page."""
    return f"group-{group.key if _PLAIN_KEY.fullmatch(group.key) else short_hash(group.key)}"


def criterion_name(num: str) -> str:
    """File name, without extension, of a criterion's page."""
    return f"criterion-{re.sub(r'[^0-9.]', '', num)}"


def parts(items: Iterable[T], most: int, weight: Callable[[T], int] = lambda _: 0) -> Iterator[list[T]]:
    """Cut a list so that no part has more than `most` items or weighs much more than `PART_WEIGHT`; at least one part."""
    part: list[T] = []
    heavy = 0
    for item in items:
        if part and (len(part) == most or heavy + weight(item) > PART_WEIGHT):
            yield part
            part, heavy = [], 0
        part.append(item)
        heavy += weight(item)
    yield part


@dataclass(frozen=True)
class Pager:
    """Which part of a list a file is. Parts after the first are `<name>-<number>.html`."""

    name: str
    number: int
    last: bool

    @property
    def file(self) -> str:
        """The file of this part."""
        return part_file(self.name, self.number)

    @property
    def previous(self) -> str:
        """The file of the part before; empty on the first."""
        return part_file(self.name, self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The file of the part after; empty on the last."""
        return "" if self.last else part_file(self.name, self.number + 1)


def part_file(name: str, number: int) -> str:
    """The file of a part of a list."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


def paged(name: str, chunks: Iterable[T]) -> Iterator[tuple[Pager, T]]:
    """Each part with its pager, looking one ahead so that parts need not be counted first."""
    number = 0
    held: list[T] = []
    for chunk in chunks:
        if held:
            number += 1
            yield Pager(name, number, last=False), held.pop()
        held.append(chunk)
    yield Pager(name, number + 1, last=True), held.pop()
