"""What a run knows about each criterion: which checks completed where, what they found, what stayed open.

Every finding counts, whatever the gate suppresses or its baseline accepts; only a person's verdict removes one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a11ycheck.application import Ownership
from a11ycheck.conformance.documents import NO_DOCUMENTS, Documents, linked_documents
from a11ycheck.conformance.standing import PROVEN_EXPERIMENTAL, Standing, standing
from a11ycheck.conformance.verdicts import NO_VERDICTS, Verdicts
from a11ycheck.findings.ownership import owner_of
from a11ycheck.findings.suppressions import covers
from a11ycheck.gating import KnownIssue
from a11ycheck.model import Impact, Outcome, OwnerKind, TargetStatus, short_hash
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, RuleRow, TargetRow

if TYPE_CHECKING:
    from a11ycheck.conformance.processes import CompleteProcess

EXAMPLES = 3


@dataclass(frozen=True)
class RuleEvidence:
    """What one rule did. `outcomes` maps an outcome to the ids of the targets that had it; `title`: what the rule asks."""

    check: str
    rule: str
    title: str
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
    """Findings of one group with one standing and one owner. `completed`: on how many targets the rule completed.

    `issues`: what the configuration knows of them.
    """

    key: str
    rule: RuleRow
    standing: Standing
    impact: Impact | None
    findings: int
    targets: tuple[int, ...]
    completed: int
    landmarks: tuple[str, ...]
    examples: tuple[FindingRow, ...]
    owner: OwnerKind = "product"
    owner_name: str = ""
    issues: tuple[KnownIssue, ...] = ()

    @property
    def anchor(self) -> str:
        """Names the group within a report."""
        return short_hash(self.key, self.standing, self.owner, self.owner_name)


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
    """The evidence of a run by criterion, its targets, the documents that they link to, and its complete processes."""

    criteria: dict[str, CriterionEvidence]
    targets: tuple[TargetRow, ...]
    discarded: int = 0
    documents: Documents = NO_DOCUMENTS
    by_id: dict[int, TargetRow] = field(default_factory=dict)
    processes: tuple[CompleteProcess, ...] = ()

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


def collect(
    view: RunView,
    verdicts: Verdicts = NO_VERDICTS,
    known_issues: tuple[KnownIssue, ...] = (),
    ownership: tuple[Ownership, ...] = (),
) -> RunEvidence:
    """Read a run once and sort all it knows by criterion.

    Findings of targets that could not be audited (error pages, login walls) are counted in `discarded` and left out.
    """
    by_id = view.target_by_id
    groups: dict[tuple[str, str, Standing, OwnerKind, str], _Group] = {}
    rejected: dict[str, int] = defaultdict(int)
    discarded = 0
    for finding in view.findings():
        if by_id[finding.target_id].status is TargetStatus.NOT_AUDITED:
            discarded += 1
            continue
        place = standing(finding, verdicts)
        owner, name = owner_of(finding.location, ownership)
        issues = [issue for issue in known_issues if _is_about(issue, finding, by_id[finding.target_id])]
        for num in finding.rule.criteria:
            if place is Standing.REJECTED:
                rejected[num] += 1
            else:
                key = (num, finding.group, place, owner, name)
                groups.setdefault(key, _Group()).add(finding, issues)
    rules = _rules(view)
    criteria = {}
    for num in sorted({*rules, *rejected, *(key[0] for key in groups)}):
        own = [group.frozen(*key[1:], rules.get(num, {})) for key, group in groups.items() if key[0] == num]
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
    issues: dict[str, KnownIssue] = field(default_factory=dict)

    def add(self, finding: FindingRow, issues: Iterable[KnownIssue]) -> None:
        self.findings += 1
        self.issues |= {issue.id: issue for issue in issues}
        if finding.target_id not in self.targets and len(self.examples) < EXAMPLES:
            self.examples.append(finding)
        self.targets[finding.target_id] = None

    def frozen(
        self, key: str, place: Standing, owner: OwnerKind, name: str, rules: dict[tuple[str, str], RuleEvidence]
    ) -> GroupEvidence:
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
            owner=owner,
            owner_name=name,
            issues=tuple(self.issues.values()),
        )


def _is_about(issue: KnownIssue, finding: FindingRow, target: TargetRow) -> bool:
    return covers(
        issue, check=finding.rule.check, rule=finding.rule.rule, criteria=finding.rule.criteria, url=target.target.url,
        location=finding.location,
    )  # fmt: skip


def _rules(view: RunView) -> dict[str, dict[tuple[str, str], RuleEvidence]]:
    """Rule evidence by criterion, then by check and rule; a rule's texts may differ between its outcomes."""
    seen: dict[tuple[str, str], dict[Outcome, set[int]]] = defaultdict(lambda: defaultdict(set))
    why: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    titles: dict[tuple[str, str], str] = {}
    criteria: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for row in view.rule_outcomes():
        if view.target_by_id[row.target_id].status is TargetStatus.NOT_AUDITED:
            continue
        if row.rule.best_practice and row.rule.rule not in PROVEN_EXPERIMENTAL:
            continue
        key = (row.rule.check, row.rule.rule)
        seen[key][row.outcome].add(row.target_id)
        if key not in titles or row.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
            titles[key] = row.rule.help
        if row.outcome is Outcome.UNTESTED and row.message:
            why[key][row.message] = None
        for num in row.rule.criteria:
            criteria[num][key] = None
    return {
        num: {
            key: RuleEvidence(
                check=key[0],
                rule=key[1],
                title=titles[key],
                outcomes={outcome: frozenset(ids) for outcome, ids in seen[key].items()},
                untested_reasons=tuple(why[key]),
            )
            for key in sorted(keys)
        }
        for num, keys in criteria.items()
    }


def _rank(group: GroupEvidence) -> tuple[int, str, int, int, int, str]:
    """Confirmed before unconfirmed before review; the product's own first; then impact, spread, number."""
    return (
        list(Standing).index(group.standing),
        "" if group.owner == "product" else f"{group.owner} {group.owner_name}",
        -(group.impact.rank if group.impact else -1),
        -len(group.targets),
        -group.findings,
        group.key,
    )
