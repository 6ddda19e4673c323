"""Saves through the forms: verdicts, undo, autosave, bulk, conflicts, sample, profile; and a whole audit to a final report."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.web.conftest import COMPLETE_PROFILE, Hand, says

from a11ycheck.cli import main
from a11ycheck.conformance.agenda import tasks
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.standards.editions import edition
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import all_verdicts, rulings
from a11ycheck.web.desk import Audit


def stored(audit: Audit):
    with closing(open_audit_file(audit.audit_file)) as connection:
        return all_verdicts(connection), rulings(connection)


def test_a_verdict_is_stored_with_all_that_signs_it(tester: Hand, audit: Audit) -> None:
    tester.sample("/index")
    answer = tester.verdict(
        "page", "1.1.1", "failed", "/index", note="The logo has no text.", severity="serious", method="screen reader",
        assistive_technology="NVDA 2026.1", browser="Firefox 140", system="Windows 11",
    )  # fmt: skip
    assert says(answer) == "Saved and signed: failed."
    (verdict,), _ = stored(audit)
    assert (verdict.tester, verdict.severity, verdict.method) == ("Ann Auditor", "serious", "screen reader")
    assert (verdict.product_version, verdict.digests, bool(verdict.sample)) == ("7.2", ("s",), True)
    assert "The logo has no text." in tester.get("/row/1.1.1")


def test_undo_takes_back_the_last_save(tester: Hand, audit: Audit) -> None:
    tester.sample("/index")
    tester.verdict("page", "1.1.1", "passed", "/index")
    tester.verdict("page", "1.1.1", "failed", "/index")
    assert "Undone: failed on page 1.1.1 /index" in says(tester.post("/undo"))
    assert stored(audit)[1]["page", "1.1.1", "/index"].verdict.result == "passed"
    tester.post("/undo")
    assert "nothing of yours" in says(tester.post("/undo"))


def test_typing_saves_one_edit_again_and_never_signs_an_answer(tester: Hand, audit: Audit) -> None:
    token = tester.token()
    for note in ("h", "he", "hello"):
        form = {
            "csrf_token": token,
            "subject": "row",
            "key": "302.1",
            "place": "none",
            "result": "Supports",
            "note": note,
            "uid": "e1",
        }
        answer = tester.client.post("/verdict?autosave=yes", data=form)
        assert answer.json["signed"] == ""
    (verdict,), standing = stored(audit)
    assert (verdict.note, verdict.signed, standing) == ("hello", False, {})
    assert "not signed" in tester.get("/row/302.1")
    tester.verdict("row", "302.1", "Supports", "none", note="hello", uid="e1")
    assert stored(audit)[1]["row", "302.1", "none"].verdict.signed


def test_what_cannot_stand_is_said_and_not_saved(tester: Hand, audit: Audit) -> None:
    fingerprint = "image-alt|img.tour|Tour"
    assert "Say why" in says(tester.verdict("finding", fingerprint, "not-a-barrier"))
    assert tester.verdict("finding", "unknown", "barrier").status_code == 404
    assert tester.verdict("row", "9.9.9", "Supports", "web").status_code == 404
    assert tester.verdict("page", "1.1.1", "passed", "/index").status_code == 404
    assert stored(audit)[0] == ()


def test_what_is_refused_stays_with_its_form(tester: Hand, audit: Audit) -> None:
    tester.sample("/index")
    goes = {"back": "/test/1.1.1/1", "then": "/test/1.2.1/1?go"}
    nothing = tester.verdict("page", "1.1.1", "", "/index", **goes)
    assert (nothing.request.path, says(nothing)) == (
        "/test/1.1.1/1", "Choose a verdict, or write a note. Nothing was saved.",
    )  # fmt: skip
    group = re.search(r"/group/(color-contrast[^\"]*)", tester.get("/findings"))
    assert group is not None
    form = {"back": f"/group/{group.group(1)}", "then": "/rows"}
    reasonless = tester.verdict("finding", f"group:{group.group(1)}", "not-a-barrier", **form)
    assert reasonless.request.path == form["back"]
    assert "Say why" in says(reasonless)
    assert stored(audit)[0] == ()


def test_one_verdict_for_all_open_places_leaves_judged_ones_alone(tester: Hand, audit: Audit) -> None:
    tester.sample("/index", "/tour", "/admin")
    tester.verdict("page", "2.4.6", "failed", "/tour")
    assert says(tester.verdict("page", "2.4.6", "passed", "*")) == "Saved and signed: passed for 2."
    results = {key[2]: ruling.verdict.result for key, ruling in stored(audit)[1].items()}
    assert results == {"/index": "passed", "/tour": "failed", "/admin": "passed"}
    group = re.search(r"/group/(color-contrast[^\"]*)", tester.get("/findings"))
    assert group is not None
    answer = tester.verdict("finding", f"group:{group.group(1)}", "not-a-barrier", note="Measured: 7:1.")
    assert says(answer) == "Saved and signed: not-a-barrier for 3."
    assert "and 2 more given with it" in says(tester.post("/undo"))
    assert all(key[0] == "page" for key in stored(audit)[1])


def test_two_testers_who_differ_see_it_and_can_settle_it(
    tester: Hand, another: Callable[[str], Hand], audit: Audit
) -> None:
    tester.sample("/index")
    ben = another("Ben")
    tester.verdict("page", "1.1.1", "passed", "/index")
    ben.verdict("page", "1.1.1", "failed", "/index")
    assert "testers differ" in tester.get("/row/1.1.1")
    ben.verdict("page", "1.1.1", "failed", "/index", settles="yes")
    assert stored(audit)[1]["page", "1.1.1", "/index"].rivals == ()


def test_the_random_part_of_the_sample_is_drawn_by_its_seed(tester: Hand) -> None:
    answer = tester.sample("/index", percent=100)
    assert "2 pages (seed 1)" in says(answer)
    assert tester.sample().status_code == 422


def test_a_whole_audit_ends_in_a_final_report(
    tester: Hand, audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tester.sample("/index", "/tour", "/admin")
    tester.post("/profile", **{name: "yes" if answer else "no" for name, answer in COMPLETE_PROFILE.items()})
    for group in set(re.findall(r'href="/group/([^"?#]+)"', tester.get("/findings"))):
        result = "barrier" if group.startswith("image-alt") else "not-a-barrier"
        tester.verdict("finding", f"group:{group}", result, note="Looked at by eye.")
    token = tester.token()
    with closing(open_audit_file(audit.audit_file)) as connection:
        view = RunView(connection)
        recorded = read(view, audit.config)
        owed = tasks(edition("508"), recorded, with_profile(audit.config, recorded).product.profile)
    for task in owed:
        fails = task.row.num == "1.1.1" and task.cell.component == "web"
        if task.pages:
            form = {"subject": "page", "key": task.row.num, "place": "*", "result": "failed" if fails else "passed"}
            tester.client.post("/verdict", data={"csrf_token": token} | form)
        level = "Partially Supports" if fails or task.row.num.startswith(("302", "602.3")) else "Supports"
        form = {"subject": "row", "key": task.row.num, "place": task.cell.component, "result": level}
        form["note"] = "The picture of the tour has no text alternative."
        tester.client.post("/verdict", data={"csrf_token": token} | form)
    assert "writes the report" in tester.get("/finish"), re.findall(r"<li>([^<]+)</li>", tester.get("/finish"))
    monkeypatch.chdir(tmp_path)
    product = audit.config.product
    lines = [
        f"{name} = {getattr(product, name)!r}"
        for name in ("company", "name", "version", "description", "contact", "report_date")
    ]
    (tmp_path / "a11ycheck.toml").write_text("[product]\n" + "\n".join(lines) + "\n")
    with pytest.raises(SystemExit) as left:
        main(["vpat", "--final", "--audit-file", str(audit.audit_file), "-o", "out"])
    assert left.value.code == 0, capsys.readouterr().err
    report = (tmp_path / "out" / "acr-508.html").read_text()
    assert "Ann Auditor" in report
    assert "DRAFT" not in BeautifulSoup(report, "html.parser").body.get_text()
    with closing(open_audit_file(audit.audit_file)) as connection:
        connection.execute('UPDATE target SET facts = replace(facts, \'"skeleton":"s"\', \'"skeleton":"t"\')')
    with pytest.raises(SystemExit) as left:
        main(["vpat", "--final", "--audit-file", str(audit.audit_file), "-o", "again"])
    assert left.value.code == 1
    assert "the structure of the page changed" in capsys.readouterr().err
