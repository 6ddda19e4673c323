"""`--format csv`: all findings as one CSV table, UTF-8, a header line first, columns as `FINDINGS` names them.

Safe to open in a spreadsheet: a text that would be taken for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv

from a11ycheck.config import Config
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.tables import FINDINGS
from a11ycheck.store.cells import safe_cell
from a11ycheck.store.queries import RunView

META = ReporterMeta(format="csv", extension="csv", title="All findings as one CSV table.")


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the table."""
    with report.main.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(name for name, _, _ in FINDINGS.columns)
        for row in FINDINGS.rows(Site(view, config)):
            writer.writerow(safe_cell(cell) if isinstance(cell, str) else cell for cell in row)
