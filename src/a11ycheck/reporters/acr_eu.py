"""`--format acr-eu`: a draft of the conformance report, EN 301 549 edition, as HTML; `a11ycheck vpat` has the other formats."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats.html import render
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.store.queries import RunView

META = ReporterMeta(
    format="acr-eu", extension="html", title="Draft of the conformance report, EN 301 549 edition.", stem="acr-eu"
)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the draft."""
    recorded = read(view, config)
    acr = build(view, with_profile(config, recorded), "eu", verdicts=recorded.verdicts())
    report.main.write_bytes(render(acr))
