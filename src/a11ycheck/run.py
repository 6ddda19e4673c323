"""The pipeline on one screen: plan visits → submit → as completed → store; then drive the sample; then look across pages."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Protocol

from a11ycheck.browser import axe_source
from a11ycheck.config import Config, working_audit_file
from a11ycheck.crawling import crawl_of, is_download, linked_page, paced
from a11ycheck.errors import NothingToAuditError
from a11ycheck.evidence.base import collectors
from a11ycheck.executors import Done, Executor
from a11ycheck.findings.secrets import Redactor
from a11ycheck.gate.sample import keeps_sample, kept_sample
from a11ycheck.model import Effort, Json, TargetStatus, Visit
from a11ycheck.picturing import picture_visits, takes_pictures
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.pictures import save_pictures
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow
from a11ycheck.store.writer import RunWriter
from a11ycheck.targets.crawl import LinkedPage
from a11ycheck.targets.login import planned_login
from a11ycheck.targets.plan import Plan, plan
from a11ycheck.targets.server_process import running
from a11ycheck.targets.variants import repeats, with_repeats
from a11ycheck.workforce import Workforce, secrets

ALL_WHEN_AT_MOST = 30
RANDOM_PART = 10


class Progress(Protocol):
    """Told of what happens, for a terminal or a log."""

    def planned(self, visits: int, note: str) -> None:
        """The plan stands; `note` says what was left out."""

    def found(self, visits: int, note: str) -> None:
        """The plan grew to this many visits; `note` says why, or what was left out."""

    def completed(self, done: Done, driving: bool) -> None:
        """One visit is stored."""

    def driving(self, visits: int) -> None:
        """Phase 2 begins."""

    def picturing(self, visits: int) -> None:
        """The last part of phase 2 begins: pictures for reports."""


@dataclass(frozen=True)
class Finished:
    """A run that ended. `problems`: what planning could not read; `versions`: of what did the work."""

    run_id: int
    interrupted: bool
    problems: tuple[str, ...]
    versions: dict[str, Json] = field(default_factory=dict)


def run(config: Config, progress: Progress, *, resume: bool = False) -> Finished:
    """Scan what the configuration says into its audit file.

    `resume`: go on with the newest unfinished run of the same targets. Ctrl-C keeps finished targets and comes back with
    `interrupted`. Raises `UsageError`, `NothingToAuditError`, `ServerError`, `BrowserMissingError`, `StoreError`.
    """
    source = axe_source.read(config.axe_source)
    log = working_audit_file(config).parent / "server.log"
    with (
        running(config.server, log) as server,
        plan(config) as planned,
        closing(open_audit_file(config.audit_file)) as connection,
    ):
        login = planned_login(config, planned.base)
        redactor = Redactor(secrets(config, login))
        writer, done, driven = _writer(connection, config, planned, redactor, resume=resume)
        progress.planned(len(planned.visits), planned.summary)
        executor = Workforce(config, source, login)
        recorder = _Recorder(writer, planned, redactor, config, progress)
        interrupted = False
        problems: tuple[str, ...] = ()
        try:
            recorder.take(executor, (visit for visit in planned.visits if visit.order not in done))
            problems = _crawl(config, recorder, executor, done)
            _repeat(config, recorder, executor, done)
            sample = _driven_sample(planned, RunView(connection, writer.run_id), config)
            if sample := [visit for visit in sample if visit.order not in driven]:
                progress.driving(len(sample))
                recorder.take(executor, sample)
            if takes_pictures(config):
                recorder.take_pictures(executor, picture_visits(RunView(connection, writer.run_id), planned.visits))
        except KeyboardInterrupt:
            interrupted = True
        finally:
            executor.close()
            writer.merge_variants()
        versions = recorder.versions | {"axe": axe_source.version(source)}
        writer.finish("interrupted" if interrupted else "complete", versions)
        ended = server.end if server else None
        problems = (*planned.problems, *problems, *([redactor.text(ended)] if ended else []))
        return Finished(writer.run_id, interrupted, problems, versions)


def _crawl(config: Config, recorder: _Recorder, executor: Executor, done: frozenset[int]) -> tuple[str, ...]:
    """Follow links round by round; the plan grows with each. Returns what could not be read."""
    if not config.depth:
        return ()
    planned, writer = recorder.planned, recorder.writer
    crawl, robots = crawl_of(config, planned)
    latest = planned.visits
    for _ in range(config.depth):
        pages = _linked_pages(RunView(writer.connection, writer.run_id), latest)
        writer.forget(crawl.duplicates(pages))
        latest = crawl.next_visits(pages, len(planned.visits))
        planned.visits += latest
        if not latest:
            break
        writer.add_visits(_storable(visit, planned, recorder.redactor) for visit in latest)
        recorder.progress.found(len(planned.visits), f"{len(latest)} more pages, {latest[0].depth} links deep")
        recorder.take(executor, paced((visit for visit in latest if visit.order not in done), crawl.delay))
    writer.forget(crawl.duplicates(_linked_pages(RunView(writer.connection, writer.run_id), latest)))
    planned.skipped = {**planned.skipped, **crawl.skipped}
    recorder.progress.found(len(planned.visits), planned.summary)
    return tuple(robots.problems)


def _repeat(config: Config, recorder: _Recorder, executor: Executor, done: frozenset[int]) -> None:
    """Visit what was audited once more in each further variant, for the checks that can differ there."""
    planned, writer = recorder.planned, recorder.writer
    targets = RunView(writer.connection, writer.run_id).targets if len(config.variants) > 1 else ()
    audited = {target.order for target in targets if target.status is not TargetStatus.NOT_AUDITED}
    if more := repeats(planned.visits, config.variants, audited):
        planned.visits += more
        writer.add_visits(_storable(visit, planned, recorder.redactor) for visit in more)
        recorder.progress.found(len(planned.visits), f"{len(more)} more in other variants")
        recorder.take(executor, (visit for visit in more if visit.order not in done))


def _linked_pages(view: RunView, visits: Iterable[Visit]) -> list[LinkedPage]:
    wanted = {visit.order: visit for visit in visits if not visit.flow}
    return [
        linked_page(wanted[row.order], row.facts.final_url, view.evidence(row.id))
        for row in view.targets
        if row.order in wanted and row.status is not TargetStatus.NOT_AUDITED
    ]


@dataclass
class _Recorder:
    """Stores what comes back, in the parent alone."""

    writer: RunWriter
    planned: Plan
    redactor: Redactor
    config: Config
    progress: Progress
    versions: dict[str, Json] = field(default_factory=dict)

    def take(self, executor: Executor, visits: Iterable[Visit]) -> None:
        """Run visits and store each as it completes."""
        for done in executor.run(visits):
            self.versions |= done.versions
            shown = [
                result.model_copy(
                    update={
                        "page_key": result.target.page_key,
                        "target": result.target.model_copy(update={"url": self.planned.display(result.target.url)}),
                        "facts": result.facts.model_copy(
                            update={"final_url": self.planned.display(result.facts.final_url)}
                        ),
                    }
                )
                for result in done.results
            ]
            if any(is_download(result, done.visit) for result in done.results):
                shown = []
            keep = self.config.keep_evidence == "all" or (
                self.config.keep_evidence == "sample" and self._in_hash(done.visit)
            )
            self.writer.save(done.visit, shown, keep_evidence=keep)
            self.progress.completed(done, done.visit.driving)

    def take_pictures(self, executor: Executor, visits: list[Visit]) -> None:
        """Run visits that only take pictures. One that fails costs its pictures and nothing else."""
        if visits:
            self.progress.picturing(len(visits))
        for done in executor.run(visits):
            for result in done.results:
                shown = result.target.model_copy(update={"url": self.planned.display(result.target.url)})
                save_pictures(self.writer.connection, self.writer.run_id, shown, result.pictures)
            self.progress.completed(Done(done.visit, (), {}), driving=False)

    def _in_hash(self, visit: Visit) -> bool:
        count = len(self.planned.visits)
        return count <= ALL_WHEN_AT_MOST or visit.driving or _in_random_part(self.planned, visit, self.config)


def _writer(
    connection: sqlite3.Connection, config: Config, planned: Plan, redactor: Redactor, *, resume: bool
) -> tuple[RunWriter, frozenset[int], frozenset[int]]:
    """A new run, or the unfinished one with the places in the plan that are done and driven."""
    storable = {visit.order: _storable(visit, planned, redactor) for visit in planned.visits}
    if not resume:
        told = redactor.text(config.model_dump_json(exclude={"flow", "header", "login", "storage_state"}))
        writer = RunWriter.start(connection, json.loads(told))
        writer.add_visits(storable.values())
        return writer, frozenset(), frozenset()
    row = connection.execute(
        "SELECT id FROM run WHERE status <> 'complete' AND json_extract(config, '$.rechecked') IS NULL"
        " ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NothingToAuditError("no unfinished run to resume in the audit file", "Start one without --resume.")
    view = RunView(connection, row["id"])
    left, planned_before = set(view.visits(pending=True)), set(view.visits())
    if {visit for visit in planned_before if not (visit.depth or visit.repeats)} != set(storable.values()):
        raise NothingToAuditError(
            f"the plan differs from that of the unfinished run {view.id}",
            "Give the same targets and options as then, or start a new run without --resume.",
        )
    done = frozenset(visit.order for visit in planned_before - left)
    return RunWriter(connection, view.id), done, view.driven_orders()


def _storable(visit: Visit, planned: Plan, redactor: Redactor) -> Visit:
    """The visit without loopback port, steps and secrets: what the audit file may know of it."""
    return visit.model_copy(update={"url": redactor.text(planned.display(visit.url)), "steps": ()})


def _driven_sample(planned: Plan, view: RunView, config: Config) -> list[Visit]:
    """Which visits phase 2 drives: one per page cluster, plus the pages whose hash falls into the seeded part."""
    driving = [c for c in collectors() if c.META.driving and c.META.effort.rank <= config.effort.rank]
    if not driving or config.effort is Effort.QUICK or config.sample == "0%":
        return []
    audited = {target.order for target in view.targets if target.status is not TargetStatus.NOT_AUDITED}
    candidates = [visit for visit in planned.visits if visit.order in audited and not visit.repeats]
    if config.sample == "all" or (config.sample == "auto" and len(candidates) <= ALL_WHEN_AT_MOST):
        chosen = {visit.order for visit in candidates}
    elif config.sample == "auto":
        orders = {visit.order for visit in candidates}
        first = _representatives(target for target in view.targets if target.order in orders)
        chosen = first | {v.order for v in candidates if _in_random_part(planned, v, config)}
    else:
        chosen = {v.order for v in candidates if _in_random_part(planned, v, config)}
    if baseline := keeps_sample(config):
        pages = {visit.order: [target.page_key for target in visit.targets] for visit in candidates}
        chosen = kept_sample(baseline, chosen, pages)
    repeated = with_repeats(chosen, planned.visits)
    driven = (visit for visit in planned.visits if visit.order in repeated and visit.order in audited)
    return [visit.model_copy(update={"driving": True}) for visit in driven]


def _representatives(targets: Iterable[TargetRow]) -> set[int]:
    """The first audited target of each page skeleton."""
    first: dict[str, int] = {}
    for target in targets:
        if target.status is not TargetStatus.NOT_AUDITED:
            first.setdefault(target.facts.skeleton, target.order)
    return set(first.values())


def _in_random_part(planned: Plan, visit: Visit, config: Config) -> bool:
    percent = int(config.sample[:-1]) if config.sample.endswith("%") else RANDOM_PART
    digest = hashlib.sha256(f"{config.seed}\x1f{planned.display(visit.url)}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < percent
