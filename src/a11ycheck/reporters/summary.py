"""`--format summary`: Markdown for a job's summary page, such as `$GITHUB_STEP_SUMMARY`: the groups, some places of each."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.findings_markdown import Measure, lines
from a11ycheck.reporters.items import Items
from a11ycheck.store.queries import RunView

META = ReporterMeta(format="summary", extension="summary.md", title="Markdown for a job's summary page.", speaks=True)

SOME = Measure(groups=50, places=5, pages=50, quiet_ones=True)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the summary; GitHub takes 1 MiB, which these numbers stay far below."""
    text = "".join(f"{line}\n" for line in lines(Items(view, config), SOME))
    report.main.write_text(text, encoding="utf-8", newline="\n")
