"""Judges stored evidence again with today's checks, without a browser: a new run of the audit file.

What a check needs and the file no longer holds becomes `untested`, and its target `partial`: unknown is never a pass.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from a11ycheck.across_pages import judge_across_pages
from a11ycheck.checks.base import Evidence, judge_page
from a11ycheck.errors import NothingToAuditError
from a11ycheck.evidence import axe_rules
from a11ycheck.evidence.base import collectors
from a11ycheck.findings.identity import identified
from a11ycheck.findings.secrets import Redactor
from a11ycheck.findings.superseded import answered
from a11ycheck.model import CheckOutcome, Effort, Outcome, TargetResult, TargetStatus, Visit
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow
from a11ycheck.store.writer import ALWAYS_KEPT, RunWriter

EVIDENCE_GONE = "evidence-gone"
"""Why a target is `partial` after a recheck: evidence that its checks need was not kept."""


@dataclass(frozen=True)
class Rechecked:
    """What a recheck did. `complete`: targets whose evidence was all there; `gone`: those where some is missing."""

    run_id: int
    complete: int
    gone: int


def recheck(connection: sqlite3.Connection, run_id: int | None = None) -> Rechecked:
    """Judge a stored run again. `run_id`: default the newest that is no recheck itself.

    The new run has the old one's plan, targets, versions and configuration, names it as `rechecked`, and keeps no copy of
    evidence but the small one that every run keeps. Raises `NothingToAuditError` when the run is a recheck, `StoreError` when
    there is none.
    """
    old = RunView(connection, run_id if run_id is not None else _newest(connection))
    if "rechecked" in old.config:
        raise NothingToAuditError(
            f"run {old.id} is itself a recheck and holds no evidence",
            f"Name the run it judged: {old.config['rechecked']}.",
        )
    writer = RunWriter.start(connection, {**old.config, "rechecked": old.id})
    visits = {visit.order: visit for visit in old.visits()}
    writer.add_visits(visits.values())
    shared = old.shared_evidence()
    effort = Effort(old.config["effort"])
    counts = {True: 0, False: 0}
    for target in old.targets:
        result = _judged_again(
            target, Evidence(target.target, target.facts, old.evidence(target.id), shared), effort, visits
        )
        counts[result.reason == EVIDENCE_GONE] += result.status is not TargetStatus.NOT_AUDITED
        kept = {name: body for name, body in old.evidence(target.id).items() if name in ALWAYS_KEPT}
        writer.save(visits[target.order], [result.model_copy(update={"evidence": kept})], keep_evidence=False)
    for order in old.driven_orders():
        writer.save(visits[order].model_copy(update={"driving": True}), [], keep_evidence=False)
    writer.merge_variants()
    judge_across_pages(writer, Redactor())
    writer.finish(old.status, old.versions)
    return Rechecked(writer.run_id, counts[False], counts[True])


def _newest(connection: sqlite3.Connection) -> int | None:
    row = connection.execute(
        "SELECT id FROM run WHERE json_extract(config, '$.rechecked') IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return int(row["id"]) if row else None


def _judged_again(target: TargetRow, evidence: Evidence, effort: Effort, visits: dict[int, Visit]) -> TargetResult:
    result = TargetResult(
        order=target.order, target=target.target, page_key=target.page_key, status=target.status, reason=target.reason,
        message=target.message, facts=target.facts, driving=target.driven, seconds=target.seconds,
    )  # fmt: skip
    if target.status is TargetStatus.NOT_AUDITED:
        return result
    ran = frozenset(
        collector.META.name
        for collector in collectors()
        if collector.META.effort.rank <= effort.rank and (target.driven or not collector.META.driving)
    )
    repeated = bool(visits[target.order].repeats)
    outcomes = answered(_outcomes(evidence, effort, ran, repeated=repeated))
    gone = sorted(ran - evidence.collected.keys()) if any(each.outcome is Outcome.UNTESTED for each in outcomes) else []
    if gone and target.status is TargetStatus.AUDITED:
        message = f"evidence that was not kept: {', '.join(gone)}; scan with --keep-evidence all to recheck everything"
        result = result.model_copy(update={"status": TargetStatus.PARTIAL, "reason": EVIDENCE_GONE, "message": message})
    return identified(result.model_copy(update={"outcomes": outcomes}), Redactor())


def _outcomes(evidence: Evidence, effort: Effort, ran: frozenset[str], *, repeated: bool) -> Iterator[CheckOutcome]:
    """What today's checks say; axe's rule table is evidence of the whole file, and without it axe is `untested` too."""
    known = dict(evidence.collected)
    if "axe" in known and axe_rules.key(known["axe"]) not in evidence.shared:
        del known["axe"]
    yield from judge_page(
        Evidence(evidence.target, evidence.facts, known, evidence.shared), effort, ran=ran, repeated=repeated
    )
