"""4.1.1 Parsing is always met in WCAG 2.0 and 2.1, and so in Section 508 and EN 301 549 (errata of 2023)."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("parsing-always-supports", Severity.WARNING)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    for entry in report.answered("4.1.1"):
        if entry.is_wcag and entry.level in ("Partially Supports", "Does Not Support"):
            yield RULE.problem(entry, "by the errata of 2023 this criterion is always met; answer Supports")
