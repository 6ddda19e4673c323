"""The workbook has every verdict as text: nothing in it is a formula or a link."""

from __future__ import annotations

import io

import openpyxl
from tests.conformance.acr_sample import WriteRun
from tests.conformance.test_recorded import judge, results, sampled, sign

from a11ycheck.config import Config
from a11ycheck.conformance.agenda import tasks
from a11ycheck.conformance.recorded import read
from a11ycheck.conformance.workbook import render_workbook
from a11ycheck.standards.editions import edition
from a11ycheck.store.attachments import attach
from a11ycheck.store.queries import RunView


def opened(view: RunView, config: Config) -> openpyxl.Workbook:
    recorded = read(view, config)
    found = tasks(edition("wcag"), recorded, config.product.profile)
    return openpyxl.load_workbook(io.BytesIO(render_workbook(view.connection, recorded, found)))


def test_answers_pages_verdicts_history_and_files(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a", "/b")
    judge(view, "passed", "/a", locale="en-US", build="abc123")
    judge(view, "failed", "/b", note='=HYPERLINK("http://x")')
    judge(view, "failed", "/a", tester="Bob", note="@SUM(1)")
    sign(view, "Partially Supports", "-2+3")
    attach(view.connection, ("page", "1.1.1", "/a"), "shot.txt", b"text", "Ann")
    book = opened(view, config)
    rows = {name: [[cell.value for cell in row] for row in book[name].rows] for name in book.sheetnames}
    assert rows["Answers"][1][:5] == ["1.1.1 Non-text Content", "Web", "signed", "Partially Supports", "-2+3"]
    assert rows["Criteria by page"][:2] == [["Criterion", "/a", "/b"], ["1.1.1", "failed (testers differ)", "failed"]]
    assert len(rows["Verdicts"]) == 1 + 4
    assert len(rows["History"]) == 1 + 4
    assert rows["Files"][1][3] == "shot.txt"
    assert "abc123" in rows["History"][1]
    for name in book.sheetnames:
        assert book[name].freeze_panes == "B2"
        for row in book[name].rows:
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_an_audit_that_has_not_begun(write_run: WriteRun, config: Config) -> None:
    book = opened(write_run(*results()), config)
    assert [cell.value for cell in book["Criteria by page"][1]] == ["Criterion"]
    assert book["Verdicts"].max_row == 1
