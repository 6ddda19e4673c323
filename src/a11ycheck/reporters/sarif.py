"""`--format sarif`: SARIF 2.1.0, within the limits of GitHub code scanning.

Paths are relative, fingerprints stay the same from run to run, and each rule brings its help. What fails the gate comes
first; of more than 5,000 findings the rest is left out and a notification says how many.
Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from a11ycheck.config import Config
from a11ycheck.gate.verdict import Standing
from a11ycheck.model import Impact, Json, TargetStatus
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.items import Item, Items
from a11ycheck.reporters.wording import Section, criterion_label, one_line, page_label, reason, web_link
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import RuleRow, TargetRow

META = ReporterMeta(format="sarif", extension="sarif", title="SARIF 2.1.0, for GitHub code scanning and others.")

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS, MOST_TAGS, MOST_NOTIFICATIONS, MOST_HTML = 5000, 10, 500, 600
_LEVEL = {Impact.CRITICAL: "error", Impact.SERIOUS: "error", Impact.MODERATE: "warning", Impact.MINOR: "note"}
_PRECISION = {Section.VIOLATION: "high", Section.NEEDS_REVIEW: "low", Section.BEST_PRACTICE: "medium"}


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the log with one run."""
    items = Items(view, config)
    ordered = list(items)
    shown = ordered[:MOST_RESULTS]
    rules = _rules(shown)
    run = {
        "tool": {
            "driver": {
                "name": "a11ycheck",
                "version": view.tool_version,
                "semanticVersion": view.tool_version,
                "rules": [_rule(rule, section) for rule, section in rules.values()],
            },
            "extensions": [{"name": "axe-core", "version": str(view.versions.get("axe", "unknown"))}],
        },
        "invocations": [_invocation(items, view, len(ordered) - len(shown))],
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, list(rules).index(_rule_id(item.finding.rule))) for item in shown],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    report.main.write_text(json.dumps(log, indent=1) + "\n", encoding="ascii", newline="\n")


def _rules(items: Iterable[Item]) -> dict[str, tuple[RuleRow, Section]]:
    found: dict[str, tuple[RuleRow, Section]] = {}
    for item in items:
        found.setdefault(_rule_id(item.finding.rule), (item.finding.rule, item.section))
    return dict(sorted(found.items()))


def _rule_id(rule: RuleRow) -> str:
    return rule.rule if rule.check == rule.rule else f"{rule.check}/{rule.rule}"


def _rule(rule: RuleRow, section: Section) -> Json:
    title = one_line(rule.help, 250) or rule.rule
    criteria = [criterion_label(num) for num in rule.criteria]
    link = web_link(rule.help_url)
    about = f"{title}. " + (
        f"WCAG {', '.join(criteria)}." if criteria else "A best practice, no violation of a standard."
    )
    tags = ["accessibility", *(f"wcag/{num}" for num in rule.criteria)][:MOST_TAGS]
    described = {
        "id": _rule_id(rule),
        "name": "".join(part.capitalize() for part in rule.rule.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": about[:1000]},
        "help": {
            "text": about + (f" {link}" if link else ""),
            "markdown": about + (f" [How to mend it]({link})" if link else ""),
        },
        "properties": {"tags": tags, "precision": _PRECISION[section]},
    }
    return described | ({"helpUri": link} if link else {})


def _result(item: Item, index: int) -> Json:
    finding = item.finding
    told = [item.sentence or finding.rule.rule, f"Page: {page_label(item.target)}"]
    told += [f"Element: {one_line(finding.location.selector, 300)}"] if finding.location.selector else []
    told += [f"New: {item.why}"] if item.why else []
    properties: dict[str, Json] = {
        "outcome": finding.outcome.value,
        "group": finding.group,
        "url": one_line(item.target.target.url, 1000),
        "html": one_line(finding.location.html, MOST_HTML),
    }
    if item.source:
        properties["sourceConfidence"] = item.source.confidence.value
    result: dict[str, Json] = {
        "ruleId": _rule_id(finding.rule),
        "ruleIndex": index,
        "level": _level(item),
        "message": {"text": "\n".join(told)},
        "locations": [_location(item)],
        "partialFingerprints": {
            "a11ycheckFingerprint/v1": f"{finding.fingerprint}:{item.number}",
            "primaryLocationLineHash": f"{item.stable_id}:1",
        },
        "properties": properties,
    }
    if item.standing in (Standing.FAILS, Standing.KNOWN):
        result["baselineState"] = "new" if item.standing is Standing.FAILS else "unchanged"
    if suppression := item.suppressed_by:
        result["suppressions"] = [{"kind": "external", "justification": suppression.reason}]
    return result


def _level(item: Item) -> str:
    if item.section is not Section.VIOLATION:
        return "note"
    return _LEVEL[item.finding.impact] if item.finding.impact else "warning"


def _location(item: Item) -> Json:
    logical = {"fullyQualifiedName": one_line(item.finding.location.selector, 500) or "document", "kind": "element"}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(item.file, safe="/._-~"), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": item.line},
        },
        "logicalLocations": [logical],
    }


def _invocation(items: Items, view: RunView, left_out: int) -> Json:
    lost = [target for target in view.targets if target.status is not TargetStatus.AUDITED]
    notes = [_notification(target) for target in lost[:MOST_NOTIFICATIONS]]
    if len(lost) > MOST_NOTIFICATIONS:
        text = f"{len(lost) - MOST_NOTIFICATIONS} more pages were not audited in full."
        notes.append({"level": "error", "message": {"text": text}})
    if left_out:
        text = (
            f"{left_out} findings are left out, since code scanning takes {MOST_RESULTS}; the other reports have them."
        )
        notes.append({"level": "warning", "message": {"text": text}})
    return {
        "executionSuccessful": not items.gate.not_audited and not items.gate.empty,
        "toolExecutionNotifications": notes,
        "startTimeUtc": _utc(view.started),
    } | ({"endTimeUtc": _utc(view.finished)} if view.finished else {})


def _notification(target: TargetRow) -> Json:
    text = f"{page_label(target)}: {one_line(reason(target), 600)}"
    level = "error" if target.status is TargetStatus.NOT_AUDITED else "warning"
    return {"level": level, "message": {"text": text}}


def _utc(moment: str) -> str:
    return datetime.fromisoformat(moment).strftime("%Y-%m-%dT%H:%M:%SZ")
