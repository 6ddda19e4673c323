"""`--format gitlab`: a Code Quality report for GitLab merge requests, of the violations that count.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json

from a11ycheck.config import Config
from a11ycheck.gate.verdict import Standing
from a11ycheck.model import Impact
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.items import Items
from a11ycheck.reporters.wording import one_line, page_label
from a11ycheck.store.queries import RunView

META = ReporterMeta(format="gitlab", extension="gitlab.json", title="GitLab Code Quality, of what counts for the gate.")

_SEVERITY = {
    Impact.CRITICAL: "blocker", Impact.SERIOUS: "critical", Impact.MODERATE: "major", Impact.MINOR: "minor", None: "major",
}  # fmt: skip
_COUNTED = (Standing.FAILS, Standing.KNOWN, Standing.WITHIN_BUDGET)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write a list of issues, each with a fingerprint of its own."""
    issues = [
        {
            "description": f"{item.sentence} ({page_label(item.target)}: {one_line(item.finding.location.selector, 200)})",
            "check_name": item.finding.rule.rule,
            "fingerprint": item.stable_id,
            "severity": _SEVERITY[item.finding.impact],
            "location": {"path": item.file, "lines": {"begin": item.line}},
        }
        for item in Items(view, config)
        if item.standing in _COUNTED
    ]
    report.main.write_text(json.dumps(issues, indent=1) + "\n", encoding="ascii", newline="\n")
