"""What the report proposes for a row: an answer per cell, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from a11ycheck.conformance.evidence import CriterionEvidence
from a11ycheck.conformance.verdicts import Level, Signature
from a11ycheck.standards.editions import Row

ReasonCode = Literal[
    "absent-content",
    "applies",
    "carried-over",
    "conflict",
    "errata",
    "failure-confirmed",
    "failure-unconfirmed",
    "forced-colours",
    "mapped-rows",
    "needs-review-open",
    "no-check",
    "no-failure",
    "process",
    "not-allowed",
    "not-audited",
    "not-signed",
    "profile",
    "profile-unanswered",
    "signed",
    "stale",
    "template",
    "untested",
]


@dataclass(frozen=True)
class Reason:
    """Why an answer is what it is. `groups` are keys of the finding groups that it leads to."""

    code: ReasonCode
    text: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer of one cell.

    `level` is None while undecided. `suggested` is what the facts point to, for a person to decide. `printed` is what
    the template itself prints in the cell (such as "See WCAG 2.0 section"). `mark` is a short warning such as
    "failure, unconfirmed". `remarks` are paragraphs of plain text.
    """

    component: str
    label: str
    level: Level | None
    reasons: tuple[Reason, ...]
    suggested: Level | None = None
    printed: str = ""
    mark: str = ""
    remarks: tuple[str, ...] = ()
    signature: Signature | None = None

    @property
    def undecided(self) -> bool:
        """Whether a person still has to decide."""
        return self.level is None and not any(reason.code == "template" for reason in self.reasons)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all reasons."""
        return frozenset(reason.code for reason in self.reasons)


@dataclass(frozen=True)
class Proposal:
    """A row of the report with its answers; none for headings. `evidence` is there for WCAG rows."""

    row: Row
    answers: tuple[Answer, ...]
    evidence: CriterionEvidence | None = None

    @property
    def undecided(self) -> bool:
        """Whether any cell is undecided."""
        return any(answer.undecided for answer in self.answers)

    def answer(self, component: str = "none") -> Answer:
        """The answer of one component. Raises `KeyError` when the row has no such cell."""
        for answer in self.answers:
            if answer.component == component:
                return answer
        raise KeyError(component)
