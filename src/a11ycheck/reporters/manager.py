"""`--format manager`: the state on one page, for people who decide: tasks, numbers, what to repair first, what is next."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.gate.verdict import decide
from a11ycheck.model import TargetStatus
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_site import Site
from a11ycheck.reporters.roles import role_page
from a11ycheck.reporters.trend import comparable
from a11ycheck.reporters.wording import Section
from a11ycheck.store.queries import RunView

META = ReporterMeta(
    format="manager", extension="html", stem="manager", title="One page for people who decide.", speaks=True
)
MOST_GROUPS = 5


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the page."""
    site = Site(view, config)
    runs = comparable(view.connection, view)
    missed = [row for row in view.targets if row.status is not TargetStatus.AUDITED]
    page = role_page(
        "manager",
        site,
        config,
        gate=decide(view, config).line,
        violations=site.sections[Section.VIOLATION],
        reviews=site.sections[Section.NEEDS_REVIEW],
        reached=any(row.status is not TargetStatus.NOT_AUDITED for row in view.targets),
        missed=missed,
        earlier=runs[-2] if len(runs) > 1 else None,
        most=MOST_GROUPS,
    )
    report.main.write_text(page, encoding="utf-8", newline="\n")
