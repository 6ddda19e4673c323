"""A product of web pages does not claim to support hardware rows: it has none."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("hardware-answered", Severity.WARNING)
_ANSWERS = ("Supports", "Partially Supports", "Does Not Support")


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if not any(
        entry.is_wcag and entry.component.lower() == "web" and entry.level in _ANSWERS for entry in report.entries
    ):
        return
    rows = [
        entry
        for entry in report.entries
        if not entry.is_wcag and entry.num.startswith(("40", "41", "8.")) and "." in entry.num
    ]
    answered = [entry.num for entry in rows if entry.level in _ANSWERS]
    if answered:
        yield RULE.problem(
            answered[0], f"{len(answered)} hardware rows are answered for a product with web pages: has it hardware?"
        )
