"""The audit sample in the order in which it is judged: structured pages, complete processes step by step, random pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck.store.audit_sample import AuditSample, SamplePage, SampleProcess


@dataclass(frozen=True)
class Part:
    """Pages that belong together. `again`: places that an earlier process has as a step too."""

    title: str
    pages: tuple[SamplePage, ...]
    process: SampleProcess | None = None
    again: frozenset[str] = frozenset()


def parts(sample: AuditSample | None) -> tuple[Part, ...]:
    """The parts of a sample that have pages."""
    return tuple(_parts(sample)) if sample else ()


def in_order(sample: AuditSample | None) -> tuple[SamplePage, ...]:
    """All pages of a sample, each once, in the order of its parts."""
    return tuple(dict.fromkeys(page for part in parts(sample) for page in part.pages))


def _parts(sample: AuditSample) -> Iterator[Part]:
    by_place = {page.place: page for page in sample.pages}
    structured = tuple(page for page in sample.pages if page.why == "structured")
    if structured:
        yield Part("Structured sample", structured)
    seen: set[str] = set()
    for process in sample.processes:
        steps = tuple(by_place[place] for place in process.places if place in by_place)
        yield Part(f"Process: {process.name}", steps, process, frozenset(process.places) & seen)
        seen |= set(process.places)
    loose = tuple(page for page in sample.pages if page.why == "process" and page.place not in seen)
    if loose:
        yield Part("Steps of processes", loose)
    drawn = tuple(page for page in sample.pages if page.why == "random")
    if drawn:
        yield Part("Random sample", drawn)
