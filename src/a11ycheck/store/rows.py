"""The rows of a stored run as values: targets, rules, findings, and groups of findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from a11ycheck.model import Impact, Json, Location, Outcome, PageFacts, Target, TargetStatus


@dataclass(frozen=True)
class TargetRow:
    """A stored target. `page_key`: of the page as visited, the one in fingerprints."""

    id: int
    order: int
    target: Target
    status: TargetStatus
    reason: str
    message: str
    facts: PageFacts
    driven: bool
    cluster: str
    seconds: float
    page_key: str = ""


@dataclass(frozen=True)
class RuleRow:
    """A rule (of axe, or a check of our own) as its outcomes named it."""

    id: int
    check: str
    rule: str
    criteria: tuple[str, ...]
    best_practice: bool
    act: tuple[str, ...]
    help: str
    help_url: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A stored finding with its rule and target. `variants`: names of those that show it; the target's own is the first."""

    id: int
    target_id: int
    rule: RuleRow
    group: str
    outcome: Outcome
    impact: Impact | None
    message: str
    fingerprint: str
    location: Location
    data: dict[str, Json]
    variants: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuleOutcomeRow:
    """What one rule said of one target as a whole; several rows when outcomes differ within the page."""

    target_id: int
    rule: RuleRow
    outcome: Outcome
    message: str


@dataclass(frozen=True)
class Tally:
    """How many findings of one outcome a rule has on a target."""

    target_id: int
    rule: RuleRow
    outcome: Outcome
    findings: int


@dataclass(frozen=True)
class RuleResult:
    """What a rule said over a run: on how many targets it gave each outcome, and on how many it completed.

    A target counts under every outcome the rule gave there. `rule` carries the text of the worst outcome.
    """

    rule: RuleRow
    targets: Mapping[Outcome, int]
    completed: int


@dataclass(frozen=True)
class GroupRow:
    """Findings with one cause, `failed` of them violations.

    `targets`: how many targets it is on, of the `completed` ones its rule finished on. `impact`: the worst of its
    findings. `example`: its first finding in plan order, a violation where there is one.
    """

    key: str
    rule: RuleRow
    outcome: Outcome
    impact: Impact | None
    findings: int
    failed: int
    targets: int
    completed: int
    example: FindingRow

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Sort key, worst first: failed before cantTell, then not best practice, impact, targets."""
        return (
            0 if self.outcome is Outcome.FAILED else 1,
            1 if self.rule.best_practice else 0,
            -(self.impact.rank if self.impact else -1),
            -self.targets,
        )
