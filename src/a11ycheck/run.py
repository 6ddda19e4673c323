"""The pipeline on one screen: plan visits → submit → as completed → store; then drive the sample; then look across pages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Protocol

from a11ycheck.across_pages import LOGGED_IN, judge_across_pages
from a11ycheck.browser import axe_source
from a11ycheck.config import Config, working_audit_file
from a11ycheck.crawling import crawl_of, is_download, linked_page, paced
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.executors import Done, Executor
from a11ycheck.findings.secrets import Redactor
from a11ycheck.language import gettext as _
from a11ycheck.language import ngettext
from a11ycheck.model import Json, TargetResult, TargetStatus, Visit
from a11ycheck.picturing import picture_visits, takes_pictures
from a11ycheck.reuse import Reuse
from a11ycheck.sampling import ALL_WHEN_AT_MOST, driven_sample, in_random_part
from a11ycheck.shard import Shard
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.pictures import save_pictures
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter
from a11ycheck.targets.crawl import LinkedPage
from a11ycheck.targets.login import planned_login
from a11ycheck.targets.plan import Plan, plan
from a11ycheck.targets.prerequisites import refuse_unmet
from a11ycheck.targets.server_process import running
from a11ycheck.targets.variants import repeats
from a11ycheck.workforce import Workforce, secrets, work_order

REUSED_AT_ONCE = 50


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
    """A run that ended. `problems`: what planning could not read; `versions`: of what did the work.

    `reused`: how many visits had not changed since an earlier run, whose results they have.
    """

    run_id: int
    interrupted: bool
    problems: tuple[str, ...]
    versions: dict[str, Json] = field(default_factory=dict)
    reused: int = 0


def run(config: Config, progress: Progress, *, resume: bool = False) -> Finished:
    """Scan what the configuration says into its audit file.

    `resume`: go on with the newest unfinished run of the same targets. Ctrl-C keeps finished targets and comes back with
    `interrupted`. Raises `UsageError`, `NothingToAuditError`, `ServerError`, `BrowserMissingError`, `StoreError`.
    """
    refuse_unmet(config)
    source = axe_source.read(config.axe_source, config.axe_locale)
    shard = _shard(config)
    log = working_audit_file(config).parent / "server.log"
    with (
        running(config.server, log) as server,
        plan(config) as planned,
        closing(open_audit_file(config.audit_file)) as connection,
    ):
        if config.changed_since:
            from a11ycheck.changed import keep_changed

            keep_changed(planned, config.changed_since, config.source)
        login = planned_login(config, planned.base)
        redactor = Redactor(secrets(config, login), config.redact.patterns)
        writer, done, driven = _writer(connection, config, planned, redactor, resume=resume)
        mine = _part_of(planned, shard, redactor)
        told = _("%(plan)s; %(number)s in shard %(shard)s")
        part = told % {"plan": planned.summary, "number": len(mine), "shard": shard}
        progress.planned(len(mine), planned.summary if shard.is_whole else part)
        recorder = _Recorder(writer, planned, redactor, config, progress)
        executor: Executor = Workforce(config, source, login)
        if config.cache and planned.sites:
            executor = Reuse(executor, config, work_order(config, source, login), planned, recorder.keeps)
        interrupted = False
        problems: tuple[str, ...] = ()
        try:
            recorder.take(executor, (visit for visit in mine if visit.order not in done))
            problems = _crawl(config, recorder, executor, done)
            _repeat(config, recorder, executor, done)
            sample = driven_sample(planned, RunView(connection, writer.run_id), config, shard)
            if sample := [visit for visit in sample if visit.order not in driven]:
                progress.driving(len(sample))
                recorder.take(executor, sample)
            if shard.is_whole and not config.changed_since:
                judge_across_pages(writer, redactor)
            if takes_pictures(config) and shard.is_whole:
                recorder.take_pictures(executor, picture_visits(RunView(connection, writer.run_id), planned.visits))
        except KeyboardInterrupt:
            interrupted = True
        finally:
            executor.close()
            writer.merge_variants()
        versions = recorder.versions | {"axe": axe_source.version(source), "reused_visits": recorder.reused}
        if config.axe_locale:
            versions["axe_locale"] = axe_source.read_locale(config.axe_locale)["lang"]
        complete = "complete" if shard.is_whole else "shard"
        writer.finish("interrupted" if interrupted else complete, versions)
        ended = server.end if server else None
        problems = (*planned.problems, *problems, *([redactor.text(ended)] if ended else []))
        return Finished(writer.run_id, interrupted, problems, versions, recorder.reused)


def _crawl(config: Config, recorder: _Recorder, executor: Executor, done: frozenset[int]) -> tuple[str, ...]:
    """Follow links round by round; the plan grows with each. Returns what could not be read."""
    if not config.depth:
        return ()
    planned, writer = recorder.planned, recorder.writer
    crawl, robots = crawl_of(config, planned)
    latest = planned.visits
    for _depth in range(config.depth):
        pages = _linked_pages(RunView(writer.connection, writer.run_id), latest)
        writer.forget(crawl.duplicates(pages))
        latest = crawl.next_visits(pages, len(planned.visits))
        planned.visits += latest
        if not latest:
            break
        writer.add_visits(_storable(visit, planned, recorder.redactor) for visit in latest)
        recorder.progress.found(len(planned.visits), _deeper(latest))
        recorder.take(executor, paced((visit for visit in latest if visit.order not in done), crawl.delay))
    writer.forget(crawl.duplicates(_linked_pages(RunView(writer.connection, writer.run_id), latest)))
    planned.skipped = {**planned.skipped, **crawl.skipped}
    recorder.progress.found(len(planned.visits), planned.summary)
    return tuple(robots.problems)


def _deeper(visits: tuple[Visit, ...]) -> str:
    pages = ngettext("%(num)s more page, %(depth)s links deep", "%(num)s more pages, %(depth)s links deep", len(visits))
    return pages % {"num": len(visits), "depth": visits[0].depth}


def _repeat(config: Config, recorder: _Recorder, executor: Executor, done: frozenset[int]) -> None:
    """Visit what was audited once more in each further variant, for the checks that can differ there."""
    planned, writer = recorder.planned, recorder.writer
    targets = RunView(writer.connection, writer.run_id).targets if len(config.variants) > 1 else ()
    audited = {target.order for target in targets if target.status is not TargetStatus.NOT_AUDITED}
    if more := repeats(planned.visits, config.variants, audited):
        planned.visits += more
        planned.repeated += len(more)
        writer.add_visits(_storable(visit, planned, recorder.redactor) for visit in more)
        recorder.progress.found(len(planned.visits), _("%(number)s more in other variants") % {"number": len(more)})
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
    reused: int = 0

    def take(self, executor: Executor, visits: Iterable[Visit]) -> None:
        """Run visits and store each as it completes; several at once of those that are reused, which are soon found again."""
        held: list[tuple[Visit, tuple[TargetResult, ...], bool]] = []
        try:
            for done in executor.run(visits):
                self.versions |= done.versions
                self.reused += done.reused
                named = replace(done, results=tuple(self._shown(result) for result in done.results))
                is_page = not any(is_download(result, done.visit) for result in done.results)
                held.append((done.visit, named.results if is_page else (), self.keeps(done.visit)))
                if not done.reused or len(held) == REUSED_AT_ONCE:
                    together, held = held, []
                    self.writer.save_all(together)
                self.progress.completed(named, done.visit.driving)
        finally:
            if held:
                self.writer.save_all(held)

    def _shown(self, result: TargetResult) -> TargetResult:
        """The result with addresses as they are shown."""
        target, facts = result.target, result.facts
        return result.model_copy(
            update={
                "page_key": target.page_key,
                "target": target.model_copy(update={"url": self.planned.display(target.url)}),
                "facts": facts.model_copy(update={"final_url": self.planned.display(facts.final_url)}),
            }
        )

    def take_pictures(self, executor: Executor, visits: list[Visit]) -> None:
        """Run visits that only take pictures. One that fails costs its pictures and nothing else."""
        if visits:
            self.progress.picturing(len(visits))
        for done in executor.run(visits):
            for result in done.results:
                shown = result.target.model_copy(update={"url": self.planned.display(result.target.url)})
                save_pictures(self.writer.connection, self.writer.run_id, shown, result.pictures)
            self.reused += done.reused
            self.progress.completed(Done(done.visit, (), {}, reused=done.reused), driving=False)

    def keeps(self, visit: Visit) -> bool:
        """Whether the evidence of a visit is kept."""
        if self.config.keep_evidence != "sample":
            return self.config.keep_evidence == "all"
        few = self.planned.pages <= ALL_WHEN_AT_MOST
        return few or visit.driving or in_random_part(self.planned, visit, self.config)


def _shard(config: Config) -> Shard:
    """The shard asked for. Raises `UsageError` where a crawl would need what other shards find."""
    shard = Shard.parse(config.shard) if config.shard else Shard()
    if config.depth and not shard.is_whole:
        raise UsageError(
            "a crawl cannot be sharded, since no shard knows what links the others find",
            "Write the pages to a list first: `a11ycheck targets URL --depth N --save pages.txt`, then scan the list in shards.",
        )
    return shard


def _part_of(planned: Plan, shard: Shard, redactor: Redactor) -> list[Visit]:
    return [visit for visit in planned.visits if shard.has(visit, _storable(visit, planned, redactor).url)]


def _writer(
    connection: sqlite3.Connection, config: Config, planned: Plan, redactor: Redactor, *, resume: bool
) -> tuple[RunWriter, frozenset[int], frozenset[int]]:
    """A new run, or the unfinished one with the places in the plan that are done and driven."""
    storable = {visit.order: _storable(visit, planned, redactor) for visit in planned.visits}
    if not resume:
        told = redactor.text(config.model_dump_json(exclude={"flow", "header", "login", "storage_state"}))
        logged_in = bool(config.login or config.storage_state or config.header)
        writer = RunWriter.start(connection, json.loads(told) | {LOGGED_IN: logged_in})
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
