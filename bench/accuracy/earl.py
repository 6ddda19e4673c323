"""The W3C ACT implementation report: EARL as JSON-LD (https://www.w3.org/WAI/standards-guidelines/act/report/earl)."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.accuracy.cases import Case

import a11ycheck
from a11ycheck.standards import wcag
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import RuleRow

CONTEXT = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"


def implementation_report(cases: list[Case], audit_file: Path) -> dict[str, Any]:
    """Every outcome of every check with a criterion or an ACT rule, by test case; cases not audited are `untested`."""
    results: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with closing(open_audit_file(audit_file, create=False)) as connection:
        view = RunView(connection)
        for row in view.targets:
            outcomes: dict[tuple[str, str], set[str]] = defaultdict(set)
            rules: dict[tuple[str, str], RuleRow] = {}
            for entry in view.rule_outcomes(row.id):
                rules[entry.rule.check, entry.rule.rule] = entry.rule
                outcomes[entry.rule.check, entry.rule.rule].add(str(entry.outcome))
            for finding in view.findings(target_id=row.id):
                rules[finding.rule.check, finding.rule.rule] = finding.rule
                outcomes[finding.rule.check, finding.rule.rule].add(str(finding.outcome))
            path = row.target.url.split("/", 3)[3]
            for key, found in sorted(outcomes.items()):
                if rules[key].criteria or rules[key].act:
                    results[path].append(_assertion(rules[key], _strongest(found)))
    subjects = [{"@type": "TestSubject", "source": case.published, "assertions": results[case.path]} for case in cases]
    return {"@context": CONTEXT, "assertedBy": _assertor(), "@graph": subjects}


def _strongest(outcomes: set[str]) -> str:
    order = ("failed", "cantTell", "untested", "passed", "inapplicable")
    return next(outcome for outcome in order if outcome in outcomes)


def _assertion(rule: RuleRow, outcome: str) -> dict[str, Any]:
    parts = [{"@id": f"https://www.w3.org/WAI/standards-guidelines/act/rules/{act}/"} for act in rule.act]
    parts += [{"@id": f"WCAG2:{wcag.criterion(number).id}"} for number in rule.criteria]
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "test": {"title": rule.rule, "isPartOf": parts},
        "result": {"outcome": f"earl:{outcome}"},
    }


def _assertor() -> dict[str, Any]:
    return {
        "@type": ["earl:Assertor", "earl:Software", "doap:Project"],
        "name": "a11ycheck",
        "release": {"@type": "doap:Version", "revision": a11ycheck.__version__},
    }
