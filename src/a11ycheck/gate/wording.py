"""What the gate says besides its decision: one line each, to be made safe for the place that shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from a11ycheck.gate.comparison import Comparison
from a11ycheck.gate.instances import Instance
from a11ycheck.gate.verdict import GateResult, Standing

MOST = 20


def details(result: GateResult) -> Iterator[str]:
    """Lines on baseline, budgets and suppressions; nothing when there are none of them."""
    if result.comparison:
        yield from _baseline(result, result.comparison)
    for account in result.accounts:
        yield account.line
    if number := len(set(result.suppressed_by)):
        yield f"Suppressed: {_findings(number)}"
    for rule in result.expired:
        yield f"Suppression expired on {rule.until}: {rule.label} ({_told(rule.reason, rule.owner)})"
    for rule in result.unused:
        yield f"Suppression without effect: {rule.label} ({_told(rule.reason, rule.owner)})"
    if number := sum(standing is Standing.ANSWERED for standing in result.standing.values()):
        yield f"Answered by a person: {_findings(number)}"


def place(one: Instance) -> str:
    """The rule, what it is at, and where: `image-alt at img "Logo" on docs/index.html`."""
    identity = one.example.location.identity
    what = " ".join(
        part for part in (identity.role, f'"{identity.name[:60]}"' if identity.name else identity.anchor) if part
    )
    state = f" [{one.target.target.state}]" if one.target.target.state else ""
    return f"{one.example.rule.rule} at {what or one.example.location.selector or 'the page'} on {one.target.target.url}{state}"


def _baseline(result: GateResult, held: Comparison) -> Iterator[str]:
    yield from held.notes
    fixed, unchecked = (sum(gone.count for gone in some) for some in (held.seen_fixed, held.not_rechecked))
    moved = f" ({len(held.moved)} moved)" if held.moved else ""
    yield (
        f"Baseline: {len(held.known)} known{moved}, {len(result.failures)} new, {fixed} seen fixed,"
        f" {unchecked} not rechecked"
    )
    for failure in result.failures[:MOST]:
        yield f"New: {place(failure.instance)}: {failure.why}"
    if len(result.failures) > MOST:
        yield f"and {len(result.failures) - MOST} more new ones, in the reports"
    for gone in held.seen_fixed[:MOST]:
        yield f"Seen fixed: {gone.entry.label} on {gone.entry.page}" + (f" ({gone.count}×)" if gone.count > 1 else "")
    if len(held.seen_fixed) > MOST:
        yield f"and {len(held.seen_fixed) - MOST} more seen fixed"
    why = Counter[str]()
    for gone in held.not_rechecked:
        why[gone.reason] += gone.count
    for reason, number in sorted(why.items()):
        yield f"Not rechecked: {number}, {reason}"


def _told(reason: str, owner: str) -> str:
    return f"{reason}; {owner}" if owner else reason


def _findings(number: int) -> str:
    return "1 finding" if number == 1 else f"{number} findings"
