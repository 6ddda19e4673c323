"""The report is about one version of the product, and speaks of one version of WCAG throughout.

Seen in real reports: methods and notes that speak of WCAG 2.1 above the tables of WCAG 2.2, and another version of the product
in the notes than in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.standards.wcag import VERSIONS, criterion

RULE = LintRule("one-version", Severity.WARNING)
_NUMBER = r"(?:version |v\.? ?|release )?(\d+(?:\.\d+)+|\d+)\b"
_WCAG = re.compile(r"\bWCAG\s*(2\.[0-2])\b")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if report.kind != "openacr" and report.product and not re.search(r"\d", report.product):
        yield RULE.problem("product name", f"“{report.product[:60]}” has no version")
    name, version = _product(report)
    for place, text in (("title", report.title), ("notes", report.notes), ("evaluation methods", report.methods)):
        for other in other_versions(name, version, text):
            yield RULE.problem(place, f"speaks of {name} {other}, the report is about {version}")
    answered = _wcag(report)
    named = dict.fromkeys(_WCAG.findall(report.methods))
    if named and answered and answered not in named:
        yield RULE.problem(
            "evaluation methods", f"WCAG {', '.join(named)} was tested, the tables are those of WCAG {answered}"
        )


def other_versions(name: str, version: str, text: str) -> tuple[str, ...]:
    """Versions of the product that a text names and that are not the reported one, nor one it belongs to (7 and 7.2)."""
    if not name or not version:
        return ()
    found = dict.fromkeys(re.findall(rf"\b{re.escape(name)} {_NUMBER}", text, re.IGNORECASE))
    return tuple(
        one for one in found if not (f"{version}.".startswith(f"{one}.") or f"{one}.".startswith(f"{version}."))
    )


def _product(report: Report) -> tuple[str, str]:
    if report.version:
        return report.product, report.version
    parts = re.fullmatch(rf"(.+?),? {_NUMBER}", report.product)
    return (parts[1], parts[2]) if parts else (report.product, "")


def _wcag(report: Report) -> str:
    """The newest WCAG version whose own rows are answered; empty without WCAG rows."""
    rows = [criterion(entry.num).introduced for entry in report.entries if entry.is_wcag and not entry.is_aaa]
    return max(rows, key=VERSIONS.index, default="")
