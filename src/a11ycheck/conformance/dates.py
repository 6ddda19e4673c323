"""Dates in a form that no reader can mistake: 24 November 2026."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

from a11ycheck.errors import ConfigError

_MONTHS = "|".join(calendar.month_name[1:])
_LONG = re.compile(rf"(?:\d{{1,2}} )?(?:{_MONTHS}) \d{{4}}|(?:{_MONTHS}) \d{{1,2}}, \d{{4}}")


def long_date(day: date) -> str:
    """The date as day, month name and year, such as "24 November 2026"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def report_date(given: str) -> str:
    """The report date as it is printed.

    `given`: an ISO date (2026-11-24), or a date with the month as a word, with or without the day. Raises
    `ConfigError` for anything else, such as 11/12/2026, which readers take for two different days.
    """
    try:
        return long_date(date.fromisoformat(given))
    except ValueError:
        pass
    if _LONG.fullmatch(given):
        return given
    raise ConfigError(
        f"product.report_date: {given!r} is not an unambiguous date", "Write 2026-11-24, or 24 November 2026."
    )


def stored_date(moment: str) -> str:
    """The day of a stored ISO timestamp, as it is printed."""
    return long_date(datetime.fromisoformat(moment).date())
