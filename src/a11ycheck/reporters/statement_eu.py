"""`--format statement-eu`: Accessibility statement after the EU model, a draft."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.statement import render
from a11ycheck.store.queries import RunView

META = ReporterMeta(
    format="statement-eu",
    extension="html",
    stem="statement-eu",
    title="Accessibility statement after the EU model, a draft.",
)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the draft."""
    report.main.write_bytes(render(view, config, "eu"))
