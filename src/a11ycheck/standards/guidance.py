"""What each row asks, who is affected and what a person does to test it, in our own words.

Covers the 55 WCAG 2.2 criteria at Levels A and AA, 4.1.1, and the Section 508 (36 CFR 1194) and EN 301 549
V3.2.1 rows that a web product may have to answer beside the WCAG tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from a11ycheck.standards.datafiles import read_toml

_FILES = ("wcag1", "wcag2", "wcag3", "wcag4", "section508", "en301549_4_5", "en301549_6_7", "en301549_10_12")


@dataclass(frozen=True, slots=True)
class Guidance:
    """Guidance on one row: `asks` and `who` are one sentence each, `steps` at least two sentences in order.

    `who` is None outside WCAG.
    """

    num: str
    asks: str
    who: str | None
    steps: tuple[str, ...]


@cache
def all_guidance() -> dict[str, Guidance]:
    """Return all entries by row number: WCAG, then Section 508, then EN 301 549."""
    return {
        num: Guidance(num, record["asks"], record.get("who"), tuple(record["steps"]))
        for name in _FILES
        for num, record in read_toml(f"guidance/{name}.toml").items()
    }


def guidance(num: str) -> Guidance | None:
    """Return the guidance on a row, or None for a row without any, such as AAA criteria and headings."""
    return all_guidance().get(num)
