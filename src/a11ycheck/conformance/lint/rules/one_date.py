"""The report has one date: file, title and front matter agree, and nothing in it is younger than it.

A test that was made after the report date, or two report dates, make a reader doubt all of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule
from a11ycheck.conformance.lint.rules.report_date import days, parse

RULE = LintRule("one-date", Severity.WARNING)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    own = parse(report.date)
    if own is None:
        return
    dated = days(report.date)
    if len(set(dated)) > 1:
        yield RULE.problem("report date", f"“{report.date[:60]}” holds several dates")
    for place, text in (("title", report.title), *((f"revision date {value}", value) for value in report.other_dates)):
        found = [day for day in days(text) if (day.year, day.month) != (own.year, own.month)]
        if found:
            yield RULE.problem(place, f"dated {found[0]:%B %Y}, the report {own:%B %Y}")
    later = [day for day in days(report.methods) if (day.year, day.month) > (own.year, own.month)]
    if later:
        yield RULE.problem(
            "evaluation methods", f"tests of {max(later):%B %Y} are younger than the report of {own:%B %Y}"
        )
