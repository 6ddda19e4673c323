from __future__ import annotations

import sqlite3

from a11ycheck.model import CheckOutcome, Identity, Location, Outcome, TargetResult, TargetStatus, Visit
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


def written(connection: sqlite3.Connection, *found: CheckOutcome) -> RunView:
    run = RunWriter.start(connection, {})
    visit = Visit(order=0, url="https://x.test/")
    target = TargetResult(order=0, target=visit.targets[0], status=TargetStatus.AUDITED, outcomes=found)
    run.save(visit, [target], keep_evidence=False)
    return RunView(connection, run.run_id)


def found(name: str, **more: object) -> CheckOutcome:
    identity = Identity(role="img", name=name, landmarks=("main", "region"), signature="div>img")
    location = Location(selector=f"#{name}", html="<img>", box=(1, 2, 3, 4), identity=identity)
    return CheckOutcome(
        check="axe", rule="image-alt", outcome=Outcome.FAILED, group="one", message="No text", location=location, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_finding_comes_back_as_it_was_saved(connection: sqlite3.Connection) -> None:
    outcome = found("logo", data={"ratio": 2.5}, fingerprint="f")
    [row] = written(connection, outcome).findings()
    assert row.location == outcome.location
    assert (row.rule.rule, row.outcome, row.message, row.data) == ("image-alt", "failed", "No text", {"ratio": 2.5})
    assert (row.group, row.fingerprint) == ("one", "f")
    assert row.variants == (Visit(order=0, url="https://x.test/").targets[0].variant.name,)


def test_texts_that_many_share_are_held_once(connection: sqlite3.Connection) -> None:
    view = written(connection, found("one"), found("two"))
    first, second = view.findings()
    assert first.message is second.message
    assert first.group is second.group
    assert first.location.identity.landmarks is second.location.identity.landmarks
