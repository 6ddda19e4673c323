"""`--format jsonl`: one line a target, in plan order, so that other programs can score a run.

Each line is an object as `a11ycheck schema findings-line` describes it. Outcomes are the findings of the target:
`failed` and `cantTell`. Lines are ASCII, so that no reader splits one at an unusual line separator.
"""

from __future__ import annotations

import json

from a11ycheck.config import Config
from a11ycheck.model import Json
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, TargetRow

META = ReporterMeta(format="jsonl", extension="jsonl", title="One JSON line a target, for programs that score a run.")


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write a line for every target, audited or not."""
    with report.main.open("w", encoding="ascii", newline="\n") as out:
        for row in view.targets:
            out.write(json.dumps(_line(view, row), separators=(",", ":")) + "\n")


def _line(view: RunView, row: TargetRow) -> dict[str, Json]:
    return {
        "url": row.target.url,
        "state": row.target.state,
        "variant": row.target.variant.name,
        "status": row.status,
        "reason": row.reason,
        "outcomes": [_outcome(finding) for finding in view.findings(target_id=row.id)],
    }


def _outcome(finding: FindingRow) -> dict[str, Json]:
    return {
        "check": finding.rule.check,
        "rule": finding.rule.rule,
        "outcome": finding.outcome,
        "criteria": finding.rule.criteria,
        "best_practice": finding.rule.best_practice,
        "act": finding.rule.act,
        "impact": finding.impact,
        "selector": finding.location.selector,
        "html": finding.location.html,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "group": finding.group,
    }
