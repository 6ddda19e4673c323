"""Verdicts: history and undo, rival testers, edits, staleness by digest, and many writers at once."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from a11ycheck.conformance.verdicts import Level
from a11ycheck.model import CheckOutcome, Identity, Location, Outcome, Target, TargetResult, TargetStatus, Visit
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.verdicts import (
    RESULTS,
    Verdict,
    VerdictError,
    all_verdicts,
    drafts,
    history,
    rulings,
    save,
    save_all,
    take_in,
    undo,
)
from a11ycheck.store.writer import RunWriter

PAGE = Verdict("page", "1.1.1", "Ann", "passed", place="/a")
FINDING = Verdict("finding", "f1", "Ann", "not-a-barrier", note="Decoration", digests=("d1",))


def test_row_results_are_the_levels_of_the_report() -> None:
    assert RESULTS["row"] == get_args(Level)


def test_a_verdict_is_stored_with_its_signature(connection: sqlite3.Connection) -> None:
    given = replace(
        PAGE, note=" seen\r\nby eye ", method="keyboard", assistive_technology="NVDA 2026.1", digests=("s",)
    )
    stored = save(connection, given)
    assert history(connection, "page", "1.1.1", "/a") == (stored,)
    assert (stored.note, stored.method, stored.digests) == ("seen\nby eye", "keyboard", ("s",))
    assert stored.stamp.endswith("+00:00")
    assert rulings(connection)[stored.about].verdict == stored


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"tester": "  "}, "tester"),
        ({"result": "fine"}, "result"),
        ({"subject": "weather"}, "subject"),
        ({"key": ""}, "key"),
        ({"note": "x" * 20_001}, "note"),
        ({"severity": "awful"}, "severity"),
        ({"subject": "finding", "result": "not-a-barrier", "note": " "}, "note"),
    ],
)
def test_what_cannot_stand_is_refused_and_not_stored(
    change: dict[str, str], field: str, connection: sqlite3.Connection
) -> None:
    with pytest.raises(VerdictError) as refused:
        save(connection, replace(PAGE, **change))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert all_verdicts(connection) == ()


def test_undo_brings_back_what_stood_before_and_keeps_the_record(connection: sqlite3.Connection) -> None:
    first = save(connection, PAGE)
    save(connection, replace(PAGE, result="failed"))
    (taken,) = undo(connection, "Ann")
    assert taken.result == "failed"
    assert rulings(connection)[PAGE.about].verdict == first
    assert [verdict.result for verdict in history(connection, *PAGE.about)] == ["failed", "passed"]
    assert undo(connection, "Ben") == ()
    assert len(undo(connection, "Ann")) == 1
    assert rulings(connection) == {}
    assert undo(connection, "Ann") == ()


def test_verdicts_given_at_once_stand_and_fall_together(connection: sqlite3.Connection) -> None:
    save(connection, replace(PAGE, result="cantTell"))
    saved = save_all(connection, [PAGE, replace(PAGE, place="/b")])
    assert [verdict.place for verdict in saved] == ["/a", "/b"]
    with pytest.raises(VerdictError):
        save_all(connection, [replace(PAGE, place="/c"), replace(PAGE, result="fine")])
    assert [verdict.place for verdict in undo(connection, "Ann")] == ["/b", "/a"]
    assert {about: ruling.verdict.result for about, ruling in rulings(connection).items()} == {PAGE.about: "cantTell"}


def test_saving_one_edit_again_replaces_that_edit_alone(connection: sqlite3.Connection) -> None:
    first = save(connection, replace(PAGE, note="h"))
    save(connection, replace(PAGE, note="other edit"))
    save(connection, replace(PAGE, note="hello", uid=first.uid))
    assert [verdict.note for verdict in history(connection, *PAGE.about)] == ["hello", "other edit"]
    assert rulings(connection)[PAGE.about].verdict.note == "hello"


def test_an_edit_belongs_to_its_tester_and_thing_and_ends_with_undo(connection: sqlite3.Connection) -> None:
    first = save(connection, PAGE)
    for other in (replace(PAGE, tester="Ben"), replace(PAGE, place="/b")):
        with pytest.raises(VerdictError, match="belongs to another"):
            save(connection, replace(other, uid=first.uid))
    undo(connection, "Ann")
    with pytest.raises(VerdictError, match="undone"):
        save(connection, replace(PAGE, uid=first.uid))


def test_a_note_without_a_result_is_a_draft_and_no_verdict(connection: sqlite3.Connection) -> None:
    signed = save(connection, PAGE)
    note = save(connection, replace(PAGE, result="", note="look again"))
    assert not note.signed
    assert rulings(connection)[PAGE.about].verdict == signed
    assert drafts(connection, "Ann")[PAGE.about] == note


def test_testers_who_differ_are_rivals_until_it_is_settled(connection: sqlite3.Connection) -> None:
    save(connection, PAGE)
    save(connection, replace(PAGE, tester="Ben"))
    assert rulings(connection)[PAGE.about].rivals == ()
    save(connection, replace(PAGE, tester="Ben", result="failed"))
    ruling = rulings(connection)[PAGE.about]
    assert (ruling.verdict.tester, [rival.tester for rival in ruling.rivals]) == ("Ben", ["Ann"])
    save(connection, replace(PAGE, tester="Cleo", result="failed", settles=True))
    assert rulings(connection)[PAGE.about].rivals == ()
    save(connection, replace(PAGE, tester="Ann", result="passed"))
    assert [rival.tester for rival in rulings(connection)[PAGE.about].rivals] == ["Cleo"]


def write_finding(connection: sqlite3.Connection, *digests: str) -> int:
    writer = RunWriter.start(connection, {})
    visit = Visit(order=0, url="http://a.test/")
    writer.add_visits([visit])
    outcomes = tuple(
        CheckOutcome(
            check="axe", rule="image-alt", outcome=Outcome.CANT_TELL, fingerprint="f1", group="g",
            location=Location(selector="img", identity=Identity(digest=digest)),
        )
        for digest in digests
    )  # fmt: skip
    result = TargetResult(order=0, target=Target(url=visit.url), status=TargetStatus.AUDITED, outcomes=outcomes)
    writer.save(visit, [result], keep_evidence=False)
    writer.finish("complete", {})
    return writer.run_id


def test_verdicts_of_another_file_come_in_once_with_their_history(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    save(connection, PAGE)
    save(connection, replace(PAGE, result="failed"))
    undo(connection, "Ann")
    with closing(open_audit_file(tmp_path / "other.db")) as other:
        save(other, replace(PAGE, tester="Ben", result="cantTell"))
        assert take_in(other, all_verdicts(connection)) == (2, 0)
        assert take_in(other, all_verdicts(connection)) == (0, 2)
        ruling = rulings(other)[PAGE.about]
        assert {ruling.verdict.result, *(rival.result for rival in ruling.rivals)} == {"cantTell", "passed"}


def test_a_verdict_that_cannot_stand_keeps_all_out(connection: sqlite3.Connection) -> None:
    with pytest.raises(VerdictError):
        take_in(connection, [replace(PAGE, uid="a"), replace(PAGE, uid="b", result="fine")])
    assert all_verdicts(connection) == ()


def test_a_hundred_saves_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "audit.db"
    open_audit_file(path).close()

    def tester(number: int) -> None:
        for place in range(10):
            with closing(open_audit_file(path)) as own:
                save(own, replace(PAGE, tester=f"T{number}", place=f"/{place}"))

    threads = [threading.Thread(target=tester, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(open_audit_file(path)) as connection:
        stored = all_verdicts(connection)
    assert len(stored) == 100
    assert [verdict.seq for verdict in stored] == list(range(1, 101))


def test_the_latest_verdict_is_so_by_its_date_wherever_it_was_saved(connection: sqlite3.Connection) -> None:
    save(connection, Verdict("page", "1.1.1", "Ann", "failed", place="/a"))
    older = Verdict("page", "1.1.1", "Ann", "passed", place="/a", uid="x", stamp="2020-01-01T00:00:00+00:00")
    assert take_in(connection, [older]) == (1, 0)
    assert rulings(connection)["page", "1.1.1", "/a"].verdict.result == "failed"
