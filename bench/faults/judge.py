"""Compares what a fault brought with what the table says of it."""

from __future__ import annotations

from collections.abc import Sequence

from bench.faults.scan import Observed, Row
from bench.faults.table import Fault

CONTROL = set(map(chr, (*range(9), *range(11, 32), *range(127, 160))))
NOT_AUDITED = 3
ENOUGH_OUTCOMES = 20
"""An audited page has an outcome of far more rules than this."""


def problems(
    together: Sequence[Fault], fault: Fault, seen: Observed, healthy: tuple[str, ...], patience: float = 1.0
) -> list[str]:
    """What is not as the table says of one fault; empty when all is.

    `together`: all faults of the scan, which share its bounds. `patience`: how many times longer it may take.
    """
    found = page_problems(fault, seen) if fault.kind == "page" else []
    if not any(seen.code in one.exit for one in together):
        found.append(f"exit code {seen.code}")
    if (seen.code == NOT_AUDITED) != any(map(_unknown, seen.rows.values())) and fault.kind == "page":
        found.append(f"exit code {seen.code}, which the targets do not explain")
    if seen.seconds > patience * sum(one.seconds for one in together):
        found.append(f"took {seen.seconds:.0f} s")
    if seen.megabytes > max(one.megabytes for one in together):
        found.append(f"took {seen.megabytes:.0f} MB")
    row = seen.rows.get(fault.name)
    of_others = seen.code == NOT_AUDITED and len(together) > 1 and row is not None and not _unknown(row)
    if seen.code in fault.exit and not of_others and not any(words in seen.out + seen.err for words in fault.says):
        found.append(f"the terminal does not say {fault.says[0]!r}")
    found += [f"left behind: {each}" for each in seen.left]
    if "Traceback" in seen.out + seen.err:
        found.append("a traceback")
    if set(seen.out) & CONTROL:
        found.append("control characters on the terminal")
    if fault.healthy:
        if seen.store:
            found.append(f"audit file: {seen.store}")
        for name in healthy:
            other = seen.rows.get(name)
            if other is None or other.status != "audited" or other.outcomes < ENOUGH_OUTCOMES:
                found.append(f"{name} is {other}")
    return found


def _unknown(row: Row) -> bool:
    return row.status == "not-audited" or (row.status == "partial" and row.reason != "never-quiet")


def page_problems(fault: Fault, seen: Observed) -> list[str]:
    """What is wrong with the faulty page's own target."""
    row = seen.rows.get(fault.name)
    if row is None:
        return ["not in the audit file"]
    if row.status not in fault.status or row.reason not in fault.reason:
        return [f"{row.status}: {row.reason or 'no reason'} ({row.message})"]
    if row.status == "audited" and row.outcomes < ENOUGH_OUTCOMES:
        return [f"only {row.outcomes} outcomes"]
    return []
