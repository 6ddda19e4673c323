"""`--format xlsx`: a workbook with a sheet each for groups, findings, pages and criteria; needs the extra `[office]`.

Headers stay in view and filter their columns. All texts are written as texts, so that nothing of a page is a formula or a
link; numbers are numbers.
"""

from __future__ import annotations

from typing import Any

from a11ycheck import __version__
from a11ycheck.config import Config
from a11ycheck.conformance.office import office_extra
from a11ycheck.language import gettext as _
from a11ycheck.language import moment
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_environment import product
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.tables import CRITERIA, FINDINGS, GROUPS, PAGES, Table
from a11ycheck.reporters.wording import NOT_CONFORMANCE, count
from a11ycheck.store.queries import RunView

META = ReporterMeta(
    format="xlsx", extension="xlsx", title="A workbook of groups, findings, pages and criteria.", speaks=True
)
MOST_ROWS = 1_000_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the workbook. Raises `UsageError` when the extra `[office]` is not installed."""
    with office_extra("XLSX"):
        import xlsxwriter
    site = Site(view, config)
    title = ": ".join(part for part in (_("Accessibility findings"), product(config)) if part)
    with xlsxwriter.Workbook(report.main, _OPTIONS) as workbook:
        workbook.set_properties({"title": title, "comments": f"a11ycheck {__version__}"})
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        _summary(workbook.add_worksheet(_("Summary")), site, title, bold, plain)
        for table in (GROUPS, FINDINGS, PAGES, CRITERIA):
            _sheet(workbook.add_worksheet(_(table.title)), table, site, bold, plain)


def _summary(sheet: Any, site: Site, title: str, bold: Any, plain: Any) -> None:
    view = site.view
    lines = [
        (_("Run"), f"{view.id}, {moment(view.started)}"),
        (_("Pages"), count(len(view.targets), "page")),
        *((_(section), count(len(groups), "group")) for section, groups in site.sections.items()),
        (_("Note"), _(NOT_CONFORMANCE)),
    ]
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    sheet.write_string(0, 0, title, bold)
    for number, (label, text) in enumerate(lines, 1):
        sheet.write_string(number, 0, label, bold)
        sheet.write_string(number, 1, text, plain)


def _sheet(sheet: Any, table: Table, site: Site, bold: Any, plain: Any) -> None:
    for at, (_name, header, width) in enumerate(table.columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, _(header), bold)
    last = 0
    for last, row in enumerate(table.rows(site), 1):
        if last > MOST_ROWS:
            sheet.write_string(last, 0, _("More rows than a sheet holds; the CSV format has them all."), bold)
            break
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(last, at, cell, plain)
            else:
                sheet.write_number(last, at, cell, plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, last), len(table.columns) - 1)
