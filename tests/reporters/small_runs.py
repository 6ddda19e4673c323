"""Small stored runs, told in a few words."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from a11ycheck.model import (
    CheckOutcome,
    Impact,
    Location,
    Outcome,
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
    Visit,
    short_hash,
)
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


def said(
    rule: str,
    outcome: Outcome = Outcome.FAILED,
    criterion: str = "1.1.1",
    impact: Impact | None = Impact.SERIOUS,
    *,
    practice: bool = False,
) -> CheckOutcome:
    """One outcome of a rule; all of its findings are one group."""
    found = CheckOutcome(
        check="axe", rule=rule, outcome=outcome, criteria=() if practice else (criterion,), best_practice=practice
    )
    if not found.is_finding:
        return found
    place = Location(selector=f"#{rule}")
    return found.model_copy(
        update={"impact": impact, "location": place, "fingerprint": short_hash(rule), "group": short_hash("g", rule)}
    )


def page(url: str, *outcomes: CheckOutcome, state: str = "", skeleton: str = "") -> TargetResult:
    """One audited page, or one state of it."""
    return TargetResult(
        order=0, target=Target(url=url, state=state), status=TargetStatus.AUDITED, outcomes=outcomes,
        facts=PageFacts(skeleton=skeleton),
    )  # fmt: skip


def stored(
    connection: sqlite3.Connection,
    *results: TargetResult | tuple[str, Sequence[TargetResult]],
    targets: Sequence[str] = ("https://x/",),
    effort: str = "standard",
) -> RunView:
    """A finished run; a flow is its name with its states."""
    writer = RunWriter.start(connection, {"targets": list(targets), "effort": effort})
    for order, given in enumerate(results):
        flow, shown = ("", [given]) if isinstance(given, TargetResult) else given
        visit = Visit(order=order, url=shown[0].target.url, flow=flow)
        writer.add_visits([visit])
        kept = [result.model_copy(update={"order": order}) for result in shown]
        writer.save(visit, kept, keep_evidence=False)
    writer.finish("complete", {"axe": "4.12.1"})
    return RunView(connection, writer.run_id)
