"""`--format markdown`: all findings by group, for wikis and merge requests."""

from __future__ import annotations

import sys

from a11ycheck.config import Config
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.findings_markdown import Measure, lines
from a11ycheck.reporters.items import Items
from a11ycheck.store.queries import RunView

META = ReporterMeta(format="markdown", extension="md", title="Markdown, all findings by group.", speaks=True)

EVERYTHING = Measure(groups=sys.maxsize, places=sys.maxsize, pages=sys.maxsize, quiet_ones=True)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the document."""
    text = "".join(f"{line}\n" for line in lines(Items(view, config), EVERYTHING))
    report.main.write_text(text, encoding="utf-8", newline="\n")
