"""What is purged is in no byte of the audit file or beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from a11ycheck.model import CheckOutcome, Location, Outcome, Target, TargetResult, TargetStatus, Visit
from a11ycheck.store.purge import purge_beside, purge_evidence, purge_runs
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


def store(connection: sqlite3.Connection, word: str) -> int:
    writer = RunWriter.start(connection, {})
    visit = Visit(order=0, url="https://x.example/")
    writer.add_visits([visit])
    outcome = CheckOutcome(
        check="axe", rule="label", outcome=Outcome.FAILED, message=f"{word} message", location=Location(selector="p", html=word)
    )  # fmt: skip
    result = TargetResult(
        order=0, target=Target(url=visit.url), status=TargetStatus.AUDITED, outcomes=(outcome,),
        evidence={"dom": {"text": f"{word} evidence", "filler": list(range(5000))}},
    )  # fmt: skip
    writer.save(visit, [result], keep_evidence=True)
    writer.finish("complete", {})
    return writer.run_id


def kept(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_runs_but_the_newest_are_gone_from_every_byte(connection: sqlite3.Connection, tmp_path: Path) -> None:
    store(connection, "oldsecret")
    newest = store(connection, "newword")
    assert b"oldsecret" in kept(tmp_path)
    assert purge_runs(connection, 1) == 1
    assert b"oldsecret" not in kept(tmp_path)
    assert [finding.location.html for finding in RunView(connection, newest).findings()] == ["newword"]
    assert purge_runs(connection, 1) == 0


def test_evidence_goes_and_findings_stay(connection: sqlite3.Connection, tmp_path: Path) -> None:
    run = store(connection, "word")
    size = len(kept(tmp_path))
    assert purge_evidence(connection) == 1
    view = RunView(connection, run)
    assert view.evidence(view.targets[0].id) == {}
    assert len(list(view.findings())) == 1
    assert len(kept(tmp_path)) < size
    assert purge_evidence(connection) == 0


def test_pictures_and_logs_beside_the_file_go_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").touch()
    for name in ("server.log", "audit.db", "login.state"):
        (tmp_path / name).touch()
    assert [path.name for path in purge_beside(tmp_path / "audit.db")] == ["pictures", "server.log"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audit.db", "login.state"]
