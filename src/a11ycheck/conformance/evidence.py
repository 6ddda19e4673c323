"""What a run knows about each criterion: which checks completed where, what they found, what stayed open.

Every finding counts, whatever the gate suppresses or its baseline accepts; only a person's verdict removes one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from a11ycheck.conformance.documents import NO_DOCUMENTS, Documents, linked_documents
from a11ycheck.conformance.verdicts import NO_VERDICTS, Verdicts
from a11ycheck.model import Impact, Outcome, TargetStatus
from a11ycheck.standards.mapping import axe_rules
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, RuleRow, TargetRow

EXAMPLES = 3
PROVEN_EXPERIMENTAL = frozenset({"label-content-name-mismatch", "css-orientation-lock"})


class Standing(StrEnum):
    """What a finding means for a criterion."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    REVIEW = "review"
    REJECTED = "rejected"


@dataclass(frozen=True)
class RuleEvidence:
    """What one rule did. `outcomes` maps an outcome to the ids of the targets that had it."""

    check: str
    rule: str
    outcomes: dict[Outcome, frozenset[int]]
    untested_reasons: tuple[str, ...]

    @property
    def completed(self) -> frozenset[int]:
        """Targets on which the rule gave any outcome but `untested`."""
        return frozenset[int]().union(*(ids for outcome, ids in self.outcomes.items() if outcome != Outcome.UNTESTED))

    @property
    def inapplicable_only(self) -> bool:
        """Whether the rule found nothing to judge on any target."""
        return bool(self.completed) and set(self.outcomes) == {Outcome.INAPPLICABLE}


@dataclass(frozen=True)
class GroupEvidence:
    """Findings of one group with one standing. `completed`: on how many targets the rule completed."""

    key: str
    rule: RuleRow
    standing: Standing
    impact: Impact | None
    findings: int
    targets: tuple[int, ...]
    completed: int
    landmarks: tuple[str, ...]
    examples: tuple[FindingRow, ...]


@dataclass(frozen=True)
class CriterionEvidence:
    """All that is known about one criterion. `groups` stand worst first; `rejected` counts findings that a person rejected."""

    num: str
    rules: tuple[RuleEvidence, ...] = ()
    groups: tuple[GroupEvidence, ...] = ()
    rejected: int = 0

    def standing(self, standing: Standing) -> tuple[GroupEvidence, ...]:
        """The groups with one standing."""
        return tuple(group for group in self.groups if group.standing is standing)

    @property
    def failures(self) -> tuple[GroupEvidence, ...]:
        """Groups of failures that nobody rejected, confirmed ones first."""
        return self.standing(Standing.CONFIRMED) + self.standing(Standing.UNCONFIRMED)

    @property
    def reviews(self) -> tuple[GroupEvidence, ...]:
        """Groups of open questions."""
        return self.standing(Standing.REVIEW)

    @property
    def completed(self) -> frozenset[int]:
        """Targets on which at least one check of the criterion completed."""
        return frozenset[int]().union(*(rule.completed for rule in self.rules))

    @property
    def affected(self) -> frozenset[int]:
        """Targets with a failure."""
        return frozenset(target for group in self.failures for target in group.targets)

    @property
    def untested(self) -> frozenset[int]:
        """Targets on which a planned check of the criterion did not complete."""
        return frozenset[int]().union(*(rule.outcomes.get(Outcome.UNTESTED, frozenset()) for rule in self.rules))

    @property
    def inapplicable_only(self) -> bool:
        """Whether every check of the criterion found nothing to judge on any target."""
        return bool(self.rules) and not self.groups and all(rule.inapplicable_only for rule in self.rules)


@dataclass(frozen=True)
class RunEvidence:
    """The evidence of a run by criterion, its targets, and the documents that they link to."""

    criteria: dict[str, CriterionEvidence]
    targets: tuple[TargetRow, ...]
    discarded: int = 0
    documents: Documents = NO_DOCUMENTS
    by_id: dict[int, TargetRow] = field(default_factory=dict)

    def of(self, num: str) -> CriterionEvidence:
        """The evidence on a criterion; empty when no check bears on it."""
        return self.criteria.get(num, CriterionEvidence(num))

    @property
    def audited(self) -> tuple[TargetRow, ...]:
        """Targets that could be audited, in part at least."""
        return tuple(target for target in self.targets if target.status is not TargetStatus.NOT_AUDITED)

    @property
    def not_audited(self) -> tuple[TargetRow, ...]:
        """Targets that could not be audited."""
        return tuple(target for target in self.targets if target.status is TargetStatus.NOT_AUDITED)

    @property
    def unit(self) -> str:
        """What a target is called in this run: `page`, or `page state` where states or several variants were audited."""
        variants = {target.target.variant.name for target in self.targets}
        has_states = any(target.target.state for target in self.targets)
        return "page state" if has_states or len(variants) > 1 else "page"


def may_fail(rule: RuleRow) -> bool:
    """Whether a failure by this rule can fail a criterion.

    Best-practice, experimental, deprecated and review-only rules cannot; two experimental axe rules can, since they
    gave no false failure on the W3C ACT test cases.
    """
    if rule.rule in PROVEN_EXPERIMENTAL:
        return True
    known = axe_rules().get(rule.rule)
    if known is not None and (known.status != "standard" or known.review_on_fail):
        return False
    return not rule.best_practice


def standing(finding: FindingRow, verdicts: Verdicts) -> Standing:
    """What a finding means, after asking for a person's verdict."""
    verdict = verdicts.on_finding(finding)
    if verdict is not None:
        return Standing.CONFIRMED if verdict.barrier else Standing.REJECTED
    if finding.outcome is Outcome.FAILED and may_fail(finding.rule):
        return Standing.UNCONFIRMED
    return Standing.REVIEW


def collect(view: RunView, verdicts: Verdicts = NO_VERDICTS) -> RunEvidence:
    """Read a run once and sort all it knows by criterion.

    Findings of targets that could not be audited (error pages, login walls) are counted in `discarded` and left out.
    """
    by_id = view.target_by_id
    groups: dict[tuple[str, str, Standing], _Group] = {}
    rejected: dict[str, int] = defaultdict(int)
    discarded = 0
    for finding in view.findings():
        if by_id[finding.target_id].status is TargetStatus.NOT_AUDITED:
            discarded += 1
            continue
        place = standing(finding, verdicts)
        for num in finding.rule.criteria:
            if place is Standing.REJECTED:
                rejected[num] += 1
            else:
                groups.setdefault((num, finding.group, place), _Group()).add(finding)
    rules = _rules(view)
    criteria = {}
    for num in sorted({*rules, *rejected, *(key[0] for key in groups)}):
        own = [group.frozen(key[1], key[2], rules.get(num, {})) for key, group in groups.items() if key[0] == num]
        criteria[num] = CriterionEvidence(
            num=num,
            rules=tuple(rules.get(num, {}).values()),
            groups=tuple(sorted(own, key=_rank)),
            rejected=rejected[num],
        )
    return RunEvidence(
        criteria=criteria, targets=view.targets, discarded=discarded, documents=linked_documents(view), by_id=by_id
    )


@dataclass
class _Group:
    """Findings of one group while they are counted."""

    findings: int = 0
    targets: dict[int, None] = field(default_factory=dict)
    examples: list[FindingRow] = field(default_factory=list)

    def add(self, finding: FindingRow) -> None:
        self.findings += 1
        if finding.target_id not in self.targets and len(self.examples) < EXAMPLES:
            self.examples.append(finding)
        self.targets[finding.target_id] = None

    def frozen(self, key: str, place: Standing, rules: dict[tuple[str, str], RuleEvidence]) -> GroupEvidence:
        first = self.examples[0]
        rule = rules.get((first.rule.check, first.rule.rule))
        return GroupEvidence(
            key=key,
            rule=first.rule,
            standing=place,
            impact=first.impact,
            findings=self.findings,
            targets=tuple(self.targets),
            completed=len(rule.completed) if rule else len(self.targets),
            landmarks=first.location.identity.landmarks,
            examples=tuple(self.examples),
        )


def _rules(view: RunView) -> dict[str, dict[tuple[str, str], RuleEvidence]]:
    """Rule evidence by criterion, then by check and rule; a rule's texts may differ between its outcomes."""
    seen: dict[tuple[str, str], dict[Outcome, set[int]]] = defaultdict(lambda: defaultdict(set))
    why: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    criteria: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for row in view.rule_outcomes():
        if view.target_by_id[row.target_id].status is TargetStatus.NOT_AUDITED:
            continue
        if row.rule.best_practice and row.rule.rule not in PROVEN_EXPERIMENTAL:
            continue
        key = (row.rule.check, row.rule.rule)
        seen[key][row.outcome].add(row.target_id)
        if row.outcome is Outcome.UNTESTED and row.message:
            why[key][row.message] = None
        for num in row.rule.criteria:
            criteria[num][key] = None
    return {
        num: {
            key: RuleEvidence(
                check=key[0],
                rule=key[1],
                outcomes={outcome: frozenset(ids) for outcome, ids in seen[key].items()},
                untested_reasons=tuple(why[key]),
            )
            for key in sorted(keys)
        }
        for num, keys in criteria.items()
    }


def _rank(group: GroupEvidence) -> tuple[int, int, int, int, str]:
    """Confirmed before unconfirmed before review; then impact, spread, number."""
    return (
        list(Standing).index(group.standing),
        -(group.impact.rank if group.impact else -1),
        -len(group.targets),
        -group.findings,
        group.key,
    )
