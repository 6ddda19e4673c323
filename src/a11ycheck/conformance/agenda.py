"""The work of a manual audit: which answers a person owes, what is done of them, and in which order to go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from a11ycheck.conformance.components import QUESTION
from a11ycheck.conformance.recorded import Recorded
from a11ycheck.conformance.standing import may_fail
from a11ycheck.model import Impact, Outcome
from a11ycheck.standards.editions import Cell, Edition, Row
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow
from a11ycheck.store.verdicts import BARRIER, DIFFERS, Verdict

State = Literal["open", "conflict", "stale", "signed"]
PERSON = frozenset({"ask", "ask-see-wcag", "human", "derive-fpc", "derive-fps"})
FAILED = frozenset({"failed", BARRIER, DIFFERS, "Partially Supports", "Does Not Support"})
MINUTES_PAGE, MINUTES_ROW, MINUTES_GROUP = 3, 3, 2
"""Rough minutes to judge a criterion on one page, to decide a row, and to look through a group of findings."""


@dataclass(frozen=True)
class Task:
    """One cell of the report that a person has to answer. Pages count for Web components of WCAG rows alone."""

    row: Row
    cell: Cell
    state: State
    why: str = ""
    tester: str = ""
    level: str = ""
    pages_done: int = 0
    pages: int = 0

    @property
    def minutes(self) -> int:
        """Minutes of work left, roughly."""
        return MINUTES_PAGE * (self.pages - self.pages_done) + (0 if self.state == "signed" else MINUTES_ROW)

    @property
    def label(self) -> str:
        """Number, title and component."""
        return self.row.label + (f" ({self.cell.label})" if self.cell.label else "")


@dataclass(frozen=True)
class CriterionFacts:
    """What the run's checks say of a criterion: groups of failures and of questions, and the rules that gave any outcome."""

    failed: tuple[GroupRow, ...] = ()
    reviews: tuple[GroupRow, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def worst(self) -> Impact | None:
        """The worst impact of a failure."""
        return max((g.impact for g in self.failed if g.impact), key=lambda impact: impact.rank, default=None)

    @property
    def risk(self) -> tuple[int, int, int]:
        """Sorts criteria: failures by impact, open questions, what no check looks at, and last what checks found fine."""
        if self.failed:
            return (0, -(self.worst.rank if self.worst else 0), -len(self.failed))
        if self.reviews:
            return (1, 0, -len(self.reviews))
        return (3, 0, 0) if self.rules else (2, 0, 0)

    @property
    def risk_text(self) -> str:
        """The risk in words."""
        if self.failed:
            return f"failures found ({self.worst.value if self.worst else 'no impact given'})"
        return ("open questions", "no check looks at it", "checks found nothing")[self.risk[0] - 1]


@dataclass
class _Facts:
    failed: list[GroupRow] = field(default_factory=list)
    reviews: list[GroupRow] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)


def criterion_facts(view: RunView) -> dict[str, CriterionFacts]:
    """Facts by criterion number, of criteria that any rule bears on."""
    found: dict[str, _Facts] = {}
    for result in view.rule_results:
        if result.completed and not result.rule.best_practice:
            for num in result.rule.criteria:
                found.setdefault(num, _Facts()).rules.add(result.rule.rule)
    for group in view.groups:
        for num in group.rule.criteria:
            facts = found.setdefault(num, _Facts())
            fails = group.outcome is Outcome.FAILED and may_fail(group.rule)
            (facts.failed if fails else facts.reviews).append(group)
    return {
        num: CriterionFacts(tuple(facts.failed), tuple(facts.reviews), tuple(sorted(facts.rules)))
        for num, facts in found.items()
    }


def cells_of(row: Row, profile: Mapping[str, bool]) -> tuple[Cell, ...]:
    """The cells of a row that a person has to answer, given the product profile."""
    if row.part == "wcag":
        return tuple(cell for cell in row.cells if cell.preset is None and not _absent(cell, profile))
    cell = row.cells[0] if row.cells else Cell("none", "")
    if row.handling not in PERSON or cell.preset is not None:
        return ()
    return () if row.question is not None and profile.get(row.question) is False else (cell,)


def tasks(edition: Edition, recorded: Recorded, profile: Mapping[str, bool]) -> tuple[Task, ...]:
    """All answers a person owes, in the order of the report; Level AAA is not evaluated."""
    return tuple(
        _task(row, cell, recorded)
        for table in edition.tables
        if table.level != "AAA"
        for row in table.rows
        for cell in cells_of(row, profile)
    )


def by_risk(items: tuple[Task, ...], facts: Mapping[str, CriterionFacts]) -> tuple[Task, ...]:
    """What is left, the riskiest first; rows outside WCAG after the criteria, and rows that roll up from others last."""
    left = (task for task in items if task.state != "signed" or task.pages_done < task.pages)
    return tuple(sorted(left, key=lambda task: _rank(task, facts)))


@dataclass(frozen=True)
class Retest:
    """A verdict to give again. `why`: it failed, it is stale, or testers differ."""

    verdict: Verdict
    why: str

    @property
    def what(self) -> str:
        """What the verdict is on, such as `page 1.1.1 /index`."""
        return " ".join(part for part in self.verdict.about if part)


def retests(recorded: Recorded, since: str = "") -> tuple[Retest, ...]:
    """What to test again in this version, by subject and key: what failed, what is stale, what testers differ on.

    `since`: only verdicts given on that version of the product.
    """
    found = []
    for ruling in recorded.rulings.values():
        verdict = ruling.verdict
        if since and verdict.product_version != since:
            continue
        why = "testers differ" if ruling.rivals else recorded.stale(verdict)
        if not why and verdict.result in FAILED:
            why = f"it was {verdict.result}"
        if why:
            found.append(Retest(verdict, why))
    return tuple(sorted(found, key=lambda retest: retest.verdict.about))


def _rank(task: Task, facts: Mapping[str, CriterionFacts]) -> tuple[int, tuple[int, int, int], str]:
    if task.row.part == "wcag":
        return (
            0 if task.cell.component == "web" else 1,
            facts.get(task.row.num, CriterionFacts()).risk,
            task.row.level or "",
        )
    return (3 if task.row.handling in ("derive-fpc", "derive-fps") else 2, (0, 0, 0), "")


def _absent(cell: Cell, profile: Mapping[str, bool]) -> bool:
    """Electronic documents are never absent by the profile alone: a person signs that there are none."""
    if cell.component == "electronic-docs" or cell.component not in QUESTION:
        return False
    return profile.get(QUESTION[cell.component]) is False


def _task(row: Row, cell: Cell, recorded: Recorded) -> Task:
    pages = recorded.sample.pages if recorded.sample and row.part == "wcag" and cell.component == "web" else ()
    done = sum(recorded.holds("page", row.num, page.place) is not None for page in pages)
    ruling = recorded.ruling("row", row.num, cell.component)
    state: State = "open"
    why = tester = level = ""
    if ruling is not None:
        why, tester, level = recorded.stale(ruling.verdict), ruling.verdict.tester, ruling.verdict.result
        state = "conflict" if ruling.rivals else "stale" if why else "signed"
        if ruling.rivals:
            why = "testers differ"
    return Task(row, cell, state, why, tester, level, done, len(pages))
