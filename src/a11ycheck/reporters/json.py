"""`--format json`: a whole run as one document: what was audited, which rules completed, groups and findings.

`a11ycheck schema findings` prints its JSON Schema. Targets that could not be audited come first. A finding names its
target by number, its place in the plan counted from 1. The text is ASCII with one record a line, so that it is safe to
print, easy to compare, and written without holding all findings in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from a11ycheck.config import Config
from a11ycheck.model import Json, TargetStatus
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.driven import driven_sample
from a11ycheck.reporters.wording import Section, groups_by_section
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, GroupRow, RuleResult, RuleRow, TargetRow

META = ReporterMeta(format="json", extension="json", title="A whole run as one JSON document.")

NAME = "a11ycheck-findings"
VERSION = 1
_WORST_FIRST = (TargetStatus.NOT_AUDITED, TargetStatus.PARTIAL, TargetStatus.AUDITED)


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the document."""
    numbers = {row.id: number for number, row in enumerate(view.targets, start=1)}
    targets = sorted(view.targets, key=lambda row: _WORST_FIRST.index(row.status))
    with report.main.open("w", encoding="ascii", newline="\n") as out:
        out.write(f'{{"format": {json.dumps(NAME)},\n"version": {VERSION},\n')
        out.write(f'"run": {json.dumps(_run(view), sort_keys=True)},\n')
        out.write(f'"summary": {json.dumps(_summary(view))},\n')
        _array(out, "targets", (_target(row, numbers) for row in targets), ",\n")
        _array(out, "rules", (_rule_result(result) for result in view.rule_results), ",\n")
        _array(out, "groups", (_group(group, numbers) for group in view.groups), ",\n")
        _array(out, "findings", _findings(view, numbers), "}\n")


def _array(out: TextIO, name: str, records: Iterable[Json], end: str) -> None:
    out.write(f"{json.dumps(name)}: [")
    separator = "\n"
    for record in records:
        out.write(separator + json.dumps(record))
        separator = ",\n"
    out.write("]" + end)


def _run(view: RunView) -> dict[str, Json]:
    return {
        "id": view.id,
        "started": view.started,
        "finished": view.finished,
        "status": view.status,
        "tool_version": view.tool_version,
        "versions": view.versions,
        "config": view.config,
    }


def _summary(view: RunView) -> dict[str, Json]:
    statuses = view.status_counts()
    sections = groups_by_section(view)
    violations, reviews, best_practice = (sections[each] for each in Section)
    return {
        "targets": {status: statuses[status] for status in _WORST_FIRST},
        "violation_groups": len(violations),
        "needs_review_groups": len(reviews),
        "best_practice_groups": len(best_practice),
        "violations": sum(group.failed for group in violations),
        "needs_review": sum(group.findings - group.failed for group in (*violations, *reviews)),
        "best_practice": sum(group.findings for group in best_practice),
        "sample": {name: value for name, value in vars(driven_sample(view)).items() if name != "audited"},
    }


def _target(row: TargetRow, numbers: dict[int, int]) -> dict[str, Json]:
    return {
        "number": numbers[row.id],
        "status": row.status,
        "reason": row.reason,
        "message": row.message,
        "url": row.target.url,
        "final_url": row.facts.final_url,
        "state": row.target.state,
        "variant": row.target.variant.name,
        "http_status": row.facts.http_status,
        "title": row.facts.title,
        "settle": row.facts.settle,
        "driven": row.driven,
        "kind": row.facts.skeleton,
        "seconds": round(row.seconds, 3),
    }


def _rule(rule: RuleRow) -> dict[str, Json]:
    return {
        "check": rule.check,
        "rule": rule.rule,
        "criteria": rule.criteria,
        "best_practice": rule.best_practice,
        "act": rule.act,
        "help": rule.help,
        "help_url": rule.help_url,
    }


def _rule_result(result: RuleResult) -> dict[str, Json]:
    return {**_rule(result.rule), "targets": result.targets, "completed": result.completed}


def _group(group: GroupRow, numbers: dict[int, int]) -> dict[str, Json]:
    return {
        "group": group.key,
        **_rule(group.rule),
        "outcome": group.outcome,
        "impact": group.impact,
        "findings": group.findings,
        "violations": group.failed,
        "targets": group.targets,
        "completed": group.completed,
        "example": _finding(group.example, numbers),
    }


def _findings(view: RunView, numbers: dict[int, int]) -> Iterator[dict[str, Json]]:
    return (_finding(finding, numbers) for finding in view.findings())


def _finding(finding: FindingRow, numbers: dict[int, int]) -> dict[str, Json]:
    return {
        "target": numbers[finding.target_id],
        "check": finding.rule.check,
        "rule": finding.rule.rule,
        "outcome": finding.outcome,
        "impact": finding.impact,
        "message": finding.message,
        "selector": finding.location.selector,
        "html": finding.location.html,
        "box": finding.location.box,
        "role": finding.location.identity.role,
        "name": finding.location.identity.name,
        "fingerprint": finding.fingerprint,
        "group": finding.group,
        "data": finding.data,
    }
