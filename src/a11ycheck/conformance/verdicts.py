"""What people decided, as the report reads it. Where there are no verdicts yet, `NO_VERDICTS` stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from a11ycheck.store.rows import FindingRow

Level = Literal["Supports", "Partially Supports", "Does Not Support", "Not Applicable", "Not Evaluated"]


@dataclass(frozen=True)
class Signature:
    """Who decided, when (ISO date), how, with which assistive technology, on which version of the product."""

    name: str
    date: str
    method: str = ""
    assistive_technology: str = ""
    product_version: str = ""


@dataclass(frozen=True)
class FindingVerdict:
    """A person saw the place of a finding: it is a barrier, or it is not one for the `reason` given."""

    barrier: bool
    signature: Signature
    reason: str = ""


@dataclass(frozen=True)
class RowVerdict:
    """A person decided one cell of a row and wrote its remarks.

    `stale` says why the verdict no longer holds for certain (empty when it does); `carried_over` marks one taken from
    an older report that nobody has confirmed since. `against`: what else stands against it, one sentence each, such as
    a page of the audit sample without a verdict.
    """

    level: Level
    signature: Signature
    remarks: str = ""
    stale: str = ""
    carried_over: bool = False
    against: tuple[str, ...] = ()


class Verdicts(Protocol):
    """Where the report asks for verdicts."""

    def on_finding(self, finding: FindingRow) -> FindingVerdict | None:
        """The verdict on this finding, or None."""

    def on_row(self, num: str, component: str) -> RowVerdict | None:
        """The verdict on one cell of a row (`component` is `none` for rows without components), or None."""

    def signatures(self) -> tuple[Signature, ...]:
        """All signatures, for the evaluation methods; what was carried over is nobody's test."""

    def unsettled(self) -> tuple[str, ...]:
        """Verdicts that are in conflict or stale, one line each; a final report is refused while there are any."""


@dataclass(frozen=True)
class StoredVerdicts:
    """Verdicts held in memory: findings by fingerprint, rows by number and component.

    `tests`: signatures of tests of single pages, which decide no row by themselves. `open_points`: see `unsettled`.
    """

    findings: Mapping[str, FindingVerdict] = field(default_factory=dict)
    rows: Mapping[tuple[str, str], RowVerdict] = field(default_factory=dict)
    tests: tuple[Signature, ...] = ()
    open_points: tuple[str, ...] = ()

    def on_finding(self, finding: FindingRow) -> FindingVerdict | None:
        """See `Verdicts.on_finding`."""
        return self.findings.get(finding.fingerprint)

    def on_row(self, num: str, component: str) -> RowVerdict | None:
        """See `Verdicts.on_row`."""
        return self.rows.get((num, component))

    def signatures(self) -> tuple[Signature, ...]:
        """See `Verdicts.signatures`."""
        own = tuple(row for row in self.rows.values() if not row.carried_over)
        verdicts: tuple[FindingVerdict | RowVerdict, ...] = (*self.findings.values(), *own)
        return tuple(dict.fromkeys((*(verdict.signature for verdict in verdicts), *self.tests)))

    def unsettled(self) -> tuple[str, ...]:
        """See `Verdicts.unsettled`."""
        return self.open_points


NO_VERDICTS = StoredVerdicts()
