"""The CSV of all findings, read back."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.reporters.conftest import SECRET_ESCAPES

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def test_every_finding_is_a_line_and_nothing_is_a_formula(view: RunView, config: Config, tmp_path: Path) -> None:
    view.connection.execute("UPDATE finding SET message = '=HYPERLINK(\"https://evil.test\")' WHERE id = 1")
    view.connection.execute("UPDATE finding SET message = ' @SUM(1)' WHERE id = 2")
    (path,) = write_reports(view, config, ["csv"], tmp_path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == sum(group.findings for group in view.groups)
    assert {row["message"][:2] for row in rows if "HYPERLINK" in row["message"]} == {"'="}
    assert not [text for row in rows for text in row.values() if text.strip().startswith(("=", "+", "-", "@"))]
    contrast = next(row for row in rows if row["rule"] == "color-contrast" and row["outcome"] == "Violation")
    assert contrast["criteria"] == "1.4.3"
    assert contrast["impact"] == "Serious"
    assert contrast["html"] == '<p class="note">Grey on grey</p>'
    assert SECRET_ESCAPES[0] not in path.read_text(encoding="utf-8")
