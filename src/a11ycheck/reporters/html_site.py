"""What the HTML report shows, computed once: counts per page and criterion, file names, and lists cut into parts.

File names are made of what stays the same from run to run, so that links to them keep working.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from a11ycheck.config import Config
from a11ycheck.findings.ownership import owner_of
from a11ycheck.findings.source_mapping import Sources
from a11ycheck.findings.source_place import SourcePlace
from a11ycheck.language import SOURCE, spoken
from a11ycheck.language import gettext as _
from a11ycheck.model import Outcome, TargetStatus, short_hash
from a11ycheck.reporters.areas import Area, Heat, areas, heat_map
from a11ycheck.reporters.criterion_results import CriterionResult, criterion_results
from a11ycheck.reporters.owners import owner_label
from a11ycheck.reporters.said import translated
from a11ycheck.reporters.tasks import Task, blocked, ranked, tasks
from a11ycheck.reporters.wording import Section, groups_by_section, section_of
from a11ycheck.store.pictures import GroupPicture, pictures_of
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, GroupRow, RuleResult, RuleRow, TargetRow

MOST_SOURCES = 600
_PLAIN_KEY = re.compile(r"[0-9a-f]{8,64}")
_WORST_FIRST = (TargetStatus.NOT_AUDITED, TargetStatus.PARTIAL, TargetStatus.AUDITED)


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


@dataclass(frozen=True)
class Place:
    """A finding as the report lists it. `anchor`: the id that links to it name."""

    anchor: str
    finding: FindingRow
    source: SourcePlace | None


class Site:
    """A run, prepared for the templates."""

    def __init__(self, view: RunView, config: Config) -> None:
        self.view = view
        self._config = config
        self._sources = Sources(config.source)
        self._told: dict[int, SourcePlace | None] = {}

    @cached_property
    def sections(self) -> dict[Section, list[GroupRow]]:
        """Groups by section, worst first: what stands in the way of tasks, then by impact, then by pages."""
        return {section: ranked(groups, self.blocking) for section, groups in groups_by_section(self.view).items()}

    @cached_property
    def pictures(self) -> dict[str, GroupPicture]:
        """Pictures of groups, by group key."""
        return pictures_of(self.view.connection, self.view.id)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of people."""
        return tasks(self.view, self._config)

    @cached_property
    def blocking(self) -> dict[str, tuple[str, ...]]:
        """The names of the tasks that a group stands in the way of, by group key."""
        return blocked(self.view, self.tasks)

    @cached_property
    def blocked_tasks(self) -> frozenset[str]:
        """The names of tasks with serious barriers in their way."""
        return frozenset(name for names in self.blocking.values() for name in names)

    def groups_of_task(self, task: Task) -> list[GroupRow]:
        """What stands in the way of a task, worst first."""
        return [group for group in self.sections[Section.VIOLATION] if task.name in self.blocking.get(group.key, ())]

    def tasks_of(self, row: TargetRow) -> list[str]:
        """The names of the tasks that a target is a step of."""
        return [task.name for task in self.tasks if any(step.id == row.id for step in task.steps)]

    @cached_property
    def owners(self) -> dict[str, list[GroupRow]]:
        """Groups by who answers for their example, worst first; empty when the configuration names no owner."""
        found: dict[str, list[GroupRow]] = {}
        for groups in self.sections.values() if self._config.ownership else ():
            for group in groups:
                found.setdefault(self.owner(group), []).append(group)
        return found

    def owner(self, group: GroupRow) -> str:
        """Who answers for the example of a group."""
        return owner_label(*owner_of(group.example.location, self._config.ownership))

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The columns of the heat map."""
        return areas(self.view)

    @cached_property
    def heat(self) -> dict[str, tuple[Heat, ...]]:
        """The heat map: criteria with findings, in number order."""
        return heat_map(self.view, self.areas, [result.num for result in self.criteria if result.groups])

    @cached_property
    def variant_names(self) -> tuple[str, ...]:
        """How pages were shown."""
        return tuple(dict.fromkeys(row.target.variant.name for row in self.view.targets))

    def language_of(self, rule: RuleRow) -> str:
        """The language of a rule's title: axe's may come from a locale file, our own are in the catalogs."""
        if rule.check != rule.rule:
            return str(self.view.versions.get("axe_locale", SOURCE))
        return spoken() if _(rule.help) != rule.help else SOURCE

    def language_of_message(self, rule: RuleRow, message: str) -> str:
        """The language in which `said` gives a message of a rule."""
        if rule.check != rule.rule:
            return self.language_of(rule)
        return spoken() if translated(rule.check, message) else SOURCE

    def source_of(self, finding: FindingRow) -> SourcePlace | None:
        """Where in the sources a finding comes from, as far as it is known; told of a bounded number of findings."""
        if finding.id not in self._told:
            if len(self._told) >= MOST_SOURCES or not finding.location.selector:
                return None
            url = self.view.target_by_id[finding.target_id].target.url
            self._told[finding.id] = self._sources.place(url, finding.location)
        return self._told[finding.id]

    def places(self, findings: Iterable[FindingRow], *, with_sources: bool = True) -> Iterator[Place]:
        """Places with what links to them name: the same from run to run while the finding is."""
        seen: Counter[tuple[int, str, str]] = Counter()
        for finding in findings:
            key = (finding.target_id, finding.fingerprint, finding.outcome)
            seen[key] += 1
            target = self.view.target_by_id[finding.target_id].target
            name = short_hash(finding.fingerprint, target.url, target.state, target.variant.name, finding.outcome)
            anchor = f"f-{name}" if seen[key] == 1 else f"f-{name}-{seen[key]}"
            yield Place(anchor, finding, self.source_of(finding) if with_sources else None)

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
            group, places = self._ranked[self._ranks[key]], tuple(found[key])
            worst = Outcome.FAILED if any(place.outcome is Outcome.FAILED for place in places) else Outcome.CANT_TELL
            blocks.append(Block(group, section_of(worst, best_practice=group.rule.best_practice), places))
        order = list(Section)
        return sorted(blocks, key=lambda block: order.index(block.section))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {group.key: rank for rank, group in enumerate(self._ranked)}

    @cached_property
    def _ranked(self) -> list[GroupRow]:
        return [group for groups in self.sections.values() for group in groups]

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
        """What rules say of each criterion."""
        return criterion_results(self.view, self.sections)

    @cached_property
    def untested(self) -> tuple[RuleResult, ...]:
        """Rules that did not complete on some target."""
        return tuple(result for result in self.view.rule_results if Outcome.UNTESTED in result.targets)


def group_name(group: GroupRow) -> str:
    """File name, without extension, of a group's page."""
    return f"group-{group.key if _PLAIN_KEY.fullmatch(group.key) else short_hash(group.key)}"


def criterion_name(num: str) -> str:
    """File name, without extension, of a criterion's page."""
    return f"criterion-{re.sub(r'[^0-9.]', '', num)}"
