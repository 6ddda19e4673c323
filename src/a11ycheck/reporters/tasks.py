"""Tasks of people: the configured processes, else the flows of the run, and which barriers stand in their way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from a11ycheck.config import Config
from a11ycheck.model import Impact
from a11ycheck.store.audit_sample import candidates, named_places
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow, TargetRow

BLOCKS_FROM = Impact.SERIOUS


@dataclass(frozen=True)
class Task:
    """A task with its steps in order. `missing`: states of the configuration that the run does not have."""

    name: str
    steps: tuple[TargetRow, ...]
    missing: tuple[str, ...] = ()


def tasks(view: RunView, config: Config) -> tuple[Task, ...]:
    """The tasks of the configuration; without any, each flow of the run is one."""
    if config.process:
        known = candidates(view)
        found = []
        for process in config.process:
            places, missing = named_places(view, process.states)
            found.append(Task(process.name, tuple(row for place in places for row in known[place]), missing))
        return tuple(found)
    flows = {visit.order: visit.flow for visit in view.visits() if visit.flow}
    steps: dict[str, list[TargetRow]] = defaultdict(list)
    for row in view.targets:
        if row.order in flows:
            steps[flows[row.order]].append(row)
    return tuple(Task(name, tuple(rows)) for name, rows in steps.items())


def blocked(view: RunView, found: tuple[Task, ...]) -> dict[str, tuple[str, ...]]:
    """The tasks that a group stands in the way of, by group key: violations of serious impact or worse on a step."""
    steps = {task.name: {row.id for row in task.steps} for task in found}
    blocking: dict[str, tuple[str, ...]] = {}
    for group in view.groups:
        if group.rule.best_practice or group.impact is None or group.impact.rank < BLOCKS_FROM.rank:
            continue
        on = view.group_targets.get(group.key, frozenset())
        if names := tuple(name for name, targets in steps.items() if on & targets):
            blocking[group.key] = names
    return blocking


def ranked(groups: list[GroupRow], blocking: dict[str, tuple[str, ...]]) -> list[GroupRow]:
    """Groups by the tasks they stand in the way of, then impact, then pages; the rest of their order stays."""

    def rank(group: GroupRow) -> tuple[int, int, int]:
        return (-len(blocking.get(group.key, ())), -(group.impact.rank if group.impact else -1), -group.targets)

    return sorted(groups, key=rank)
