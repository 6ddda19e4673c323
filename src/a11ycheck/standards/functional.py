"""Functional performance rows and the criteria that roll up into them.

Section 508 functional performance criteria 302.1 to 302.9 (36 CFR 1194 appendix C) roll up from the 38 WCAG
2.0 criteria that Section 508 incorporates. Two published mappings exist, of section508.gov and of Trusted
Tester; they disagree in places, so both are kept and the default takes either. EN 301 549 functional
performance statements 4.2.1 to 4.2.11 roll up by Table B.2 of V3.2.1.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from a11ycheck.standards import en301549
from a11ycheck.standards.datafiles import read_json

FpcSource = Literal["section508.gov", "trusted-tester"]
Strength = Literal["primary", "secondary"]
FPC_SOURCES: tuple[FpcSource, ...] = get_args(FpcSource)
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True)
class FunctionalRow:
    """A functional performance row; `counterpart` is the 508 row that says the same as an EN statement, if any."""

    num: str
    title: str
    counterpart: str | None


@cache
def fpc() -> tuple[FunctionalRow, ...]:
    """Return the nine Section 508 functional performance criteria, 302.1 to 302.9."""
    counterparts = {row["fpc"]: row["num"] for row in read_json("functional.json")["fps"] if row["fpc"]}
    rows = read_json("functional.json")["fpc"]
    return tuple(FunctionalRow(row["num"], row["title"], counterparts.get(row["num"])) for row in rows)


@cache
def fps() -> tuple[FunctionalRow, ...]:
    """Return the eleven EN 301 549 functional performance statements, 4.2.1 to 4.2.11."""
    return tuple(FunctionalRow(row["num"], row["title"], row["fpc"]) for row in read_json("functional.json")["fps"])


def fpc_criteria(num: str, sources: Collection[FpcSource] = FPC_SOURCES) -> tuple[str, ...]:
    """Return the WCAG 2.0 criteria that bear on one Section 508 functional row, in number order.

    A criterion counts when any of the named published mappings has it. Raises `KeyError` for another number.
    """
    _require(num, fpc())
    return tuple(
        record["num"]
        for record in read_json("wcag.json")
        if record["also_508"] and record["fpc"] and num in _fpc_of(record["fpc"], sources)
    )


def fps_criteria(num: str, strengths: Collection[Strength] = STRENGTHS) -> tuple[str, ...]:
    """Return the WCAG 2.1 criteria that bear on one EN functional statement, in number order.

    Raises `KeyError` for another number.
    """
    _require(num, fps())
    return tuple(
        record["num"]
        for record in read_json("wcag.json")
        if record["fps"] and any(num in record["fps"][strength] for strength in strengths)
    )


def fps_clauses(
    num: str, strengths: Collection[Strength] = STRENGTHS, version: str = en301549.DEFAULT_VERSION
) -> tuple[str, ...]:
    """Return the EN rows outside the WCAG tables that bear on one EN functional statement, in template order.

    Raises `KeyError` for another number.
    """
    _require(num, fps())
    found = []
    for row in en301549.clauses(version=version):
        statements = {"primary": row.fps_primary, "secondary": row.fps_secondary}
        if any(num in statements[strength] for strength in strengths):
            found.append(row.num)
    return tuple(found)


def _fpc_of(mapping: dict[str, list[str]], sources: Collection[FpcSource]) -> set[str]:
    keys = {"section508.gov": "ids", "trusted-tester": "trusted_tester"}
    return {num for source in sources for num in mapping[keys[source]]}


def _require(num: str, rows: tuple[FunctionalRow, ...]) -> None:
    if all(row.num != num for row in rows):
        raise KeyError(num)
