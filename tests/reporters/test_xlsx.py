"""The workbook, read back by openpyxl."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from a11ycheck.config import Config
from a11ycheck.errors import UsageError
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def test_sheets_filters_frozen_headers_and_no_formula(view: RunView, config: Config, tmp_path: Path) -> None:
    view.connection.execute("UPDATE finding SET message = '=HYPERLINK(\"https://evil.test\")' WHERE id = 1")
    (path,) = write_reports(view, config, ["xlsx"], tmp_path)
    book = load_workbook(path)
    assert book.sheetnames == ["Summary", "Groups", "Findings", "Pages", "Criteria"]
    assert book.properties.title == "Accessibility findings: Parley 7.1"
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert book["Findings"].max_row == 1 + sum(group.findings for group in view.groups)
    headers = [cell.value for cell in book["Groups"][1]]
    first = dict(zip(headers, [cell.value for cell in book["Groups"][2]], strict=True))
    assert first["Rule"] == "image-alt"
    assert first["Pages affected"] == 2
    assert first["How to fix it"].startswith("Say in alt")
    missing = next(row for row in book["Pages"].iter_rows(values_only=True) if str(row[0]).endswith("missing.html"))
    assert missing[-3:] == ("unknown", "unknown", "unknown")


def test_a_missing_package_names_the_extra(
    view: RunView, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match="xlsxwriter"):
        write_reports(view, config, ["xlsx"], tmp_path)
