"""Complete processes: tasks of people over several targets. One failed step fails the process.

Source: WCAG 2.2, conformance requirement 3. They come from the audit sample, and from `[[process]]` for what the sample
does not name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a11ycheck.application import Process
from a11ycheck.conformance.evidence import CriterionEvidence
from a11ycheck.conformance.standing import Standing
from a11ycheck.store.audit_sample import AuditSample, candidates, named_places
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class CompleteProcess:
    """A process: its steps in order, each a place and the ids of its targets; `missing`: steps that the run does not have.

    `sampled`: part of the audit sample, so that people judge it.
    """

    name: str
    steps: tuple[tuple[str, frozenset[int]], ...]
    missing: tuple[str, ...] = ()
    sampled: bool = False

    def failing_steps(self, evidence: CriterionEvidence) -> tuple[tuple[int, bool], ...]:
        """Steps with a failure, counted from 1, and whether a person confirmed one there."""
        confirmed = {target for group in evidence.standing(Standing.CONFIRMED) for target in group.targets}
        return tuple(
            (number, bool(targets & confirmed))
            for number, (_, targets) in enumerate(self.steps, 1)
            if targets & evidence.affected
        )


def complete_processes(
    view: RunView, configured: Iterable[Process], sample: AuditSample | None
) -> tuple[CompleteProcess, ...]:
    """The processes of the sample, then those that only the configuration names."""
    targets = {place: frozenset(row.id for row in rows) for place, rows in candidates(view).items()}

    def made(name: str, places: Iterable[str], missing: tuple[str, ...], *, sampled: bool) -> CompleteProcess:
        places = tuple(places)
        gone = tuple(place for place in places if place not in targets)
        steps = tuple((place, targets[place]) for place in places if place in targets)
        return CompleteProcess(name, steps, (*missing, *gone), sampled)

    known = sample.processes if sample else ()
    found = [made(process.name, process.places, (), sampled=True) for process in known]
    names = {process.name for process in known}
    for process in configured:
        if process.name not in names:
            found.append(made(process.name, *named_places(view, process.states), sampled=False))
    return tuple(found)
