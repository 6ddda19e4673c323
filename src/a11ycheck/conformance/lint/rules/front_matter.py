"""The fields that the template requires are filled, and nothing of the empty template is left in them.

Required: title "[Company] Accessibility Conformance Report", product name and version, description, contact, evaluation
methods (VPAT 2.5Rev; the version only where there is one).
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("front-matter", Severity.ERROR)
SUFFIX = "Accessibility Conformance Report"
_LEFTOVERS = ("[company", "[product", "not given: set ")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if SUFFIX.lower() not in report.title.lower():
        yield RULE.problem("title", f"“{report.title[:80]}” does not end in “{SUFFIX}”")
    elif not report.title.lower().split(SUFFIX.lower())[0].strip(" :"):
        yield RULE.problem("title", "the title names no company")
    for name, value in (
        ("product name", report.product),
        ("product description", report.description),
        ("contact information", report.contact),
        ("evaluation methods", report.methods),
    ):
        if not value:
            yield RULE.problem(name, f"no {name}")
    for name, value in (("title", report.title), ("product name", report.product), ("contact", report.contact)):
        if any(leftover in value.lower() for leftover in _LEFTOVERS):
            yield RULE.problem(name, f"the template's placeholder is still there: “{value[:80]}”")
    if report.kind == "openacr" and not report.version:
        yield RULE.problem("product version", "no product version")
