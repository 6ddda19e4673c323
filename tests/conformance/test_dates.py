from __future__ import annotations

from datetime import date

import pytest

from a11ycheck.conformance.dates import long_date, report_date, stored_date
from a11ycheck.errors import ConfigError


def test_dates_are_written_so_that_nobody_can_mistake_them() -> None:
    assert long_date(date(2026, 11, 4)) == "4 November 2026"
    assert stored_date("2026-11-24T10:00:00+00:00") == "24 November 2026"


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("2026-11-24", "24 November 2026"),
        ("24 November 2026", "24 November 2026"),
        ("November 24, 2026", "November 24, 2026"),
        ("November 2026", "November 2026"),
    ],
)
def test_unambiguous_dates_are_taken(given: str, printed: str) -> None:
    assert report_date(given) == printed


@pytest.mark.parametrize("given", ["11/12/2026", "12.11.2026", "2026", "24 Nov 26", "yesterday"])
def test_other_dates_are_refused_by_key(given: str) -> None:
    with pytest.raises(ConfigError, match=r"product\.report_date"):
        report_date(given)
