"""The report date is there, is unambiguous, and is neither in the future nor older than reviewers accept.

04/05/2025 is two days to two readers (VPAT 2.5Rev asks for an unambiguous form); many reviewers refuse a report that is
older than 24 months, some one that is older than 12.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from a11ycheck.conformance.lint.document import Problem, Report, Severity
from a11ycheck.conformance.lint.rules import LintRule

RULE = LintRule("report-date", Severity.ERROR)
AGE = LintRule("report-age", Severity.WARNING)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_WORDS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATED = re.compile(
    rf"\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_WORDS})\.? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?\d{{4}}\b",
    re.IGNORECASE,
)


def check(report: Report) -> Iterator[Problem]:
    """See `Rule.check`."""
    if not report.date:
        yield RULE.problem("report date", "no report date")
        return
    if re.search(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b", report.date):
        yield RULE.problem("report date", f"“{report.date}” is ambiguous; write the month as a word")
    elif (day := parse(report.date)) is None:
        yield RULE.problem("report date", f"“{report.date[:60]}” is not a date with month and year")
    elif day > date.today():
        yield AGE.problem("report date", f"{report.date} lies in the future")
    elif (months := _months_since(day, date.today())) > 12:
        limit = 24 if months > 24 else 12
        yield AGE.problem("report date", f"{report.date} is more than {limit} months ago")


def parse(text: str) -> date | None:
    """The day (the first of the month where only the month is given) of an ISO date or one with the month as a word."""
    if iso := re.search(r"\b(\d{4})-(\d{2})-(\d{2})\b", text):
        year, month, day = (int(part) for part in iso.groups())
    else:
        words = [word.lower() for word in re.findall(r"[A-Za-z]+", text)]
        found = next((_MONTHS[word] for word in words if word in _MONTHS), None)
        years = re.search(r"\b(\d{4})\b", text)
        if found is None or years is None:
            return None
        days = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text.replace(years[1], ""))
        year, month, day = int(years[1]), found, int(days[1]) if days else 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days(text: str) -> list[date]:
    """All unambiguous dates in a text, as `parse` reads them."""
    return [day for match in _DATED.finditer(text) if (day := parse(match[0]))]


def _months_since(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
