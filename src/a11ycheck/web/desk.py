"""What a request works with: the audit, its own connection, the verdicts, and who is testing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from flask import current_app, g, session

from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.agenda import CriterionFacts, Task, criterion_facts, tasks
from a11ycheck.conformance.recorded import Recorded, RunFacts, read, run_facts, with_profile
from a11ycheck.standards.editions import Edition, EditionId, edition
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Subject, Verdict, changes, drafts

SETUP = ("role", "browser", "system", "assistive_technology", "method", "locale", "build")
"""What a tester enters once; verdict forms begin with it."""
_BESIDE = ("audit_sample", "carried_over")
"""Tables besides the verdicts that a reading depends on."""


@dataclass
class Reading:
    """What was read of the verdicts between two changes of them."""

    at: tuple[int, ...]
    recorded: Recorded
    tasks: tuple[Task, ...]
    drafts: dict[str, Mapping[tuple[Subject, str, str], Verdict]] = field(default_factory=dict)


@dataclass
class Audit:
    """One audit: a file, a run in it, an edition to fill in.

    What a finished run holds never changes and is read once; verdicts are read again when any of them changed.
    """

    audit_file: Path
    config: Config
    edition_id: EditionId = "508"
    run_id: int | None = None
    _kept: dict[int, tuple[dict[str, object], dict[str, CriterionFacts], RunFacts]] = field(default_factory=dict)
    _reading: Reading | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def facts(self, view: RunView) -> dict[str, CriterionFacts]:
        """Facts by criterion; the view gets the targets, groups and rules that an earlier request read."""
        with self._lock:
            if view.id not in self._kept:
                found = criterion_facts(view)
                if view.status == "running":
                    return found
                names = ("targets", "target_by_id", "groups", "rules", "completed", "rule_results")
                self._kept[view.id] = ({name: getattr(view, name) for name in names}, found, run_facts(view))
            kept, found, _ = self._kept[view.id]
        view.__dict__.update(kept)
        return found

    def reading(self, view: RunView) -> Reading:
        """The verdicts as they are now, with the answers that a person owes."""
        samples, carried = (view.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _BESIDE)
        at = (view.id, samples, carried, *changes(view.connection))
        with self._lock:
            if self._reading is not None and self._reading.at == at and view.status != "running":
                return self._reading
        recorded = read(view, self.config, self._kept[view.id][2] if view.id in self._kept else None)
        owed = tasks(edition(self.edition_id), recorded, with_profile(self.config, recorded).product.profile)
        found = Reading(at, recorded, owed)
        with self._lock:
            self._reading = found
        return found


class Desk:
    """All that one request reads; the connection is its own and is closed with it."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self.connection: sqlite3.Connection = open_audit_file(audit.audit_file, create=False)
        self.connection.execute("PRAGMA synchronous=FULL")
        self.view = RunView(self.connection, audit.run_id)
        self.facts = audit.facts(self.view)

    @cached_property
    def _reading(self) -> Reading:
        return self.audit.reading(self.view)

    @property
    def recorded(self) -> Recorded:
        """Verdicts with what they depend on."""
        return self._reading.recorded

    @cached_property
    def config(self) -> Config:
        """The configuration with signed profile answers."""
        return with_profile(self.audit.config, self.recorded)

    @property
    def profile(self) -> Mapping[str, bool]:
        """Answers to the product questions, signed ones first."""
        return self.config.product.profile

    @property
    def edition(self) -> Edition:
        """The edition that is filled in."""
        return edition(self.audit.edition_id)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All answers a person owes."""
        return self._reading.tasks

    @property
    def drafts(self) -> Mapping[tuple[Subject, str, str], Verdict]:
        """The tester's own latest saves."""
        kept = self._reading.drafts
        if self.tester and self.tester not in kept:
            kept[self.tester] = drafts(self.connection, self.tester)
        return kept.get(self.tester, {})

    @cached_property
    def acr(self) -> Acr:
        """The report as it stands. Reads every finding."""
        return build(self.view, self.config, self.audit.edition_id, verdicts=self.recorded.verdicts())

    @property
    def tester(self) -> str:
        """The name that verdicts are signed with; empty before it was given."""
        return str(session.get("tester", ""))

    @property
    def setup(self) -> dict[str, str]:
        """What the tester works with."""
        return {name: str(session.get(name, "")) for name in SETUP}


def desk() -> Desk:
    """The desk of this request."""
    if "desk" not in g:
        g.desk = Desk(cast(Audit, current_app.extensions["audit"]))
    return cast(Desk, g.desk)


def clear_desk(_: BaseException | None = None) -> None:
    """Close the connection at the end of a request."""
    found = g.pop("desk", None)
    if found is not None:
        found.connection.close()
