"""The audit as files: a sheet, a workbook, an evaluation."""

from __future__ import annotations

import io
import json

import openpyxl
from tests.web.conftest import Hand


def test_the_audit_is_downloaded_in_three_forms(tester: Hand) -> None:
    tester.sample("/index")
    tester.verdict("page", "1.1.1", "failed", "/index", note="=1+1")
    sheet = tester.client.get("/download/sheet.csv")
    assert "page,1.1.1,/index,failed" in sheet.text
    book = openpyxl.load_workbook(io.BytesIO(tester.client.get("/download/sheet.xlsx").data))
    assert book.sheetnames == ["Answers", "Criteria by page", "Verdicts", "History", "Files"]
    evaluation = json.loads(tester.get("/download/wcag-em.json"))
    assert evaluation["auditSample"][0]["result"]["outcome"]["id"] == "earl:failed"
    for name in ("sheet.csv", "sheet.xlsx", "wcag-em.json"):
        assert tester.client.get(f"/download/{name}").headers["Content-Disposition"] == f'attachment; filename="{name}"'
