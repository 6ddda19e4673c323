"""The audit sample: the pages and states that persons judge, chosen by hand and by a seeded draw, and kept."""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from a11ycheck.errors import UsageError
from a11ycheck.model import TargetStatus, short_hash
from a11ycheck.store.audit_file import transaction
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow

MOST_SUGGESTED = 20
Why = Literal["structured", "process", "random"]


@dataclass(frozen=True)
class SamplePage:
    """A page, in one state. `place`: its page key, with the host before it where a run has several."""

    place: str
    url: str
    state: str = ""
    title: str = ""
    why: Why = "structured"


@dataclass(frozen=True)
class SampleProcess:
    """A complete process: the places of its steps, in order. A place may be a step of several."""

    name: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class AuditSample:
    """A sample as it was fixed. `digest` depends on the places alone."""

    pages: tuple[SamplePage, ...]
    seed: int = 0
    percent: int = 10
    scope: str = ""
    tester: str = ""
    stamp: str = ""
    processes: tuple[SampleProcess, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when pages come or go."""
        return short_hash(*sorted(page.place for page in self.pages))


def candidates(view: RunView) -> dict[str, tuple[TargetRow, ...]]:
    """The pages of a run by place, in plan order; each with its variants. A person judges a page in all its variants."""
    several = len({urlsplit(target.target.url).netloc for target in view.targets}) > 1
    found: dict[str, list[TargetRow]] = {}
    for target in view.targets:
        key = target.target.page_key
        found.setdefault(f"{urlsplit(target.target.url).netloc}{key}" if several else key, []).append(target)
    return {place: tuple(targets) for place, targets in found.items()}


def draw(places: Iterable[str], chosen: Iterable[str], seed: int, percent: int) -> tuple[str, ...]:
    """The random part: as many of the other places as `percent` of the chosen ones, rounded up (WCAG-EM step 3.c).

    The same seed draws the same places, whatever their order.
    """
    taken = set(chosen)
    rest = sorted(set(places) - taken, key=lambda place: hashlib.sha256(f"{seed}\x1f{place}".encode()).digest())
    return tuple(rest[: math.ceil(len(taken) * percent / 100)])


def suggest(view: RunView) -> tuple[str, ...]:
    """Places for the structured part: a page of each kind and every state of a flow, in plan order, at most `MOST_SUGGESTED`."""
    seen: set[str] = set()
    found = []
    for place, targets in candidates(view).items():
        first = targets[0]
        kind = (first.target.state and place) or first.cluster or first.facts.skeleton
        if first.status is TargetStatus.NOT_AUDITED or kind in seen:
            continue
        seen.add(kind)
        found.append(place)
    return tuple(found[:MOST_SUGGESTED])


def named_places(view: RunView, states: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places that the states of a configured process name, in their order, and the names that the run does not have.

    A name is a flow's state, or a page's place, path or URL.
    """
    by_name: dict[str, str] = {}
    for place, targets in candidates(view).items():
        target = targets[0].target
        names = (place, target.page_key, target.url) if not target.state else (place, target.page_key, target.state)
        for name in names:
            by_name.setdefault(name, place)
    wanted = list(states)
    found = dict.fromkeys(by_name[state] for state in wanted if state in by_name)
    return tuple(found), tuple(state for state in wanted if state not in by_name)


def make(
    view: RunView,
    structured: Iterable[str],
    processes: Mapping[str, Iterable[str]] | None = None,
    *,
    seed: int,
    percent: int,
    scope: str = "",
) -> AuditSample:
    """Put a sample together from places of the run, the places of named processes, and a random draw.

    Raises `UsageError` for a place that the run does not have, a share outside 0 to 100, or an empty sample.
    """
    known = candidates(view)
    tasks = tuple(SampleProcess(name, tuple(dict.fromkeys(places))) for name, places in (processes or {}).items())
    chosen: dict[str, Why] = dict.fromkeys(structured, "structured")
    chosen |= dict.fromkeys((place for task in tasks for place in task.places), "process")
    if unknown := [place for place in chosen if place not in known]:
        raise UsageError(f"not a page of this run: {unknown[0]}", "Choose pages of the run.")
    if not 0 <= percent <= 100:
        raise UsageError("the random part is a share from 0 to 100 percent", "Enter such a number.")
    if not chosen:
        raise UsageError("the sample is empty", "Choose at least one page.")
    chosen |= dict.fromkeys(draw(known, chosen, seed, percent), "random")
    pages = tuple(
        SamplePage(place, targets[0].target.url, targets[0].target.state, targets[0].facts.title, chosen[place])
        for place, targets in known.items()
        if place in chosen
    )
    return AuditSample(pages, seed, percent, scope.strip(), processes=tuple(task for task in tasks if task.places))


def store(connection: sqlite3.Connection, sample: AuditSample, tester: str) -> None:
    """Fix a sample; earlier ones stay in the file."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO audit_sample (stamp, tester, scope, seed, percent, digest, pages, processes)"
            " VALUES (?,?,?,?,?,?,?,?)",
            (
                sample.stamp or datetime.now(UTC).isoformat(timespec="seconds"), tester, sample.scope, sample.seed,
                sample.percent, sample.digest, json.dumps([asdict(page) for page in sample.pages]),
                json.dumps([asdict(process) for process in sample.processes]),
            ),
        )  # fmt: skip


def latest(connection: sqlite3.Connection) -> AuditSample | None:
    """The sample in force, or None while nobody has chosen one."""
    row = connection.execute("SELECT * FROM audit_sample ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return None
    pages = tuple(SamplePage(**page) for page in json.loads(row["pages"]))
    processes = tuple(SampleProcess(each["name"], tuple(each["places"])) for each in json.loads(row["processes"]))
    return AuditSample(pages, row["seed"], row["percent"], row["scope"], row["tester"], row["stamp"], processes)
