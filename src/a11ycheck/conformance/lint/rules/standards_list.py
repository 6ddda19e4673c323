"""The table of applicable standards lists what the report answers, nothing else, and one answer for each.

Essential requirement of the template: only standards that were really used, and no trace of one that is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("standards-list", Severity.ERROR)
_NAMES = {
    "508": re.compile(r"\b508\b"),
    "EN 301 549": re.compile(r"\bEN\s*301\s*549\b"),
    "WCAG": re.compile(r"\bWCAG\b|Web Content Accessibility Guidelines", re.IGNORECASE),
}
_SECTION = re.compile(r"applicable standards|standards/guidelines", re.IGNORECASE)
"""The list may be prose under this heading; only a table can be compared with the answers."""
_BOTH = re.compile(r"yes\s*(?:/|or)\s*no", re.IGNORECASE)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    yield from _traces(report)
    if report.kind == "openacr":
        return
    if not report.standards:
        if not _SECTION.search(report.text):
            yield RULE.problem("applicable standards", "nothing says which standards the report covers")
        return
    listed = dict.fromkeys(_NAMES, False)
    for name, answer in report.standards:
        if _BOTH.search(answer):
            yield RULE.problem("applicable standards", f"“{answer[:40]}” for {name[:60]}: keep only the true answer")
        for key in listed:
            if _NAMES[key].search(name) and "yes" in answer.lower():
                listed[key] = True
    for key, answered in _answered(report).items():
        if answered and not listed[key]:
            yield RULE.problem("applicable standards", f"{key} is answered in the tables and not listed as included")
        if listed[key] and not answered:
            yield RULE.problem("applicable standards", f"{key} is listed as included, and no table answers it")


def _traces(report: Report) -> Iterator[Problem]:
    answered = _answered(report)
    for key in ("508", "EN 301 549"):
        pattern = re.compile(r"\bSection 508\b" if key == "508" else r"\bEN\s*301\s*549\b")
        if not answered[key] and (named := pattern.search(report.methods)):
            yield RULE.problem("evaluation methods", f"{named[0]} is named and not reported")


def _answered(report: Report) -> dict[str, bool]:
    rows = {entry.num for entry in report.entries if not entry.is_wcag}
    return {
        "508": any(re.match(r"[3-6]0\d\.", num) for num in rows),
        "EN 301 549": any(re.match(r"(?:4\.2|[5-8]|1[0-3])\.", num) for num in rows),
        "WCAG": any(entry.is_wcag for entry in report.entries),
    }
