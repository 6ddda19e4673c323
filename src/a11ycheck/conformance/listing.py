"""Lists that a report shows beside its tables: what is undecided, which questions are open, known barriers by place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from a11ycheck.conformance.acr import Acr, AcrTable
from a11ycheck.conformance.components import QUESTION
from a11ycheck.conformance.evidence import CriterionEvidence, GroupEvidence, RunEvidence
from a11ycheck.conformance.notes import SAID_IN_NOTES
from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.conformance.remarks import element, owner_phrase, page_name, plural
from a11ycheck.conformance.standing import Standing
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.wording import place, what_it_finds
from a11ycheck.standards.profile import Question, questions
from a11ycheck.store.rows import RuleRow

OUTSIDE = "outside landmarks"
_SAID_ELSEWHERE = frozenset({"failure-unconfirmed", "needs-review-open", "not-audited", "not-signed"})
"""Reasons that a reader finds in the remarks, the evidence line or the level cell of the same row."""


@dataclass(frozen=True)
class Barrier:
    """What one rule found in one part of pages, one owner's: groups of failures, and the criteria that each touches."""

    rule: RuleRow
    groups: tuple[GroupEvidence, ...]
    criteria: dict[str, tuple[str, ...]]

    @property
    def title(self) -> str:
        """What was found, and whose it is where that is not the product."""
        return printable(what_it_finds(self.rule)) + owner_phrase(self.groups[0])


def undecided_by_table(acr: Acr) -> tuple[tuple[AcrTable, tuple[Proposal, ...]], ...]:
    """The tables that have undecided rows, each with those rows."""
    found = ((table, tuple(row for row in table.proposals if row.undecided)) for table in acr.tables)
    return tuple((table, rows) for table, rows in found if rows)


def question_list(acr: Acr) -> tuple[tuple[Question, int], ...]:
    """Product questions that nobody answered, each with the number of rows that wait for it."""
    waiting = [
        reason.text
        for proposal in acr.proposals
        for answer in proposal.answers
        for reason in answer.reasons
        if reason.code == "profile-unanswered"
    ]
    counted = ((asked, sum(asked.ask in text for text in waiting)) for asked in questions().values())
    return tuple((asked, count) for asked, count in counted if count)


def annex(acr: Acr) -> tuple[tuple[str, tuple[Barrier, ...]], ...]:
    """Failures of this edition's criteria by the part of the page they are in and by rule, every group once."""
    shown = {proposal.row.num for proposal in acr.proposals if proposal.evidence is not None}
    groups: dict[str, GroupEvidence] = {}
    criteria: dict[str, list[str]] = {}
    for num in sorted(shown, key=lambda num: [int(part) for part in num.split(".")]):
        for group in acr.run.of(num).failures:
            groups[group.anchor] = group
            criteria.setdefault(group.anchor, []).append(num)
    places: dict[str, dict[tuple[str, ...], list[GroupEvidence]]] = {}
    for group in groups.values():
        kind = (group.rule.check, group.rule.rule, group.owner, group.owner_name)
        places.setdefault(place(group.landmarks) or OUTSIDE, {}).setdefault(kind, []).append(group)
    return tuple(
        (
            name,
            tuple(
                Barrier(found[0].rule, tuple(found), {group.anchor: tuple(criteria[group.anchor]) for group in found})
                for found in kinds.values()
            ),
        )
        for name, kinds in sorted(places.items())
    )


def affected(evidence: CriterionEvidence, run: RunEvidence) -> tuple[tuple[str, str], ...]:
    """Every function with a failure: what people call it, and the anchor of its group in the list of barriers.

    Where several are called the same, their pages tell them apart.
    """
    named = [(element(group.examples[0]) or "the whole page", group) for group in evidence.failures]
    counted = Counter(name for name, _ in named)
    return tuple(
        (f"{name} on {page_name(run.by_id[group.examples[0].target_id])}" if counted[name] > 1 else name, group.anchor)
        for name, group in named
    )


def reasons_to_print(answer: Answer) -> tuple[Reason, ...]:
    """The reasons of an undecided answer that neither its row nor the notes of its table say already."""
    in_notes = SAID_IN_NOTES if answer.component in QUESTION else frozenset[str]()
    return tuple(reason for reason in answer.reasons if reason.code not in _SAID_ELSEWHERE | in_notes)


def has_remarks(proposal: Proposal, answer: Answer, *, final: bool) -> bool:
    """Whether the remarks cell has anything to say on this answer."""
    if answer.remarks or (answer.component == "web" and proposal.evidence and proposal.evidence.rules):
        return True
    return answer.undecided and not final and bool(reasons_to_print(answer))


def evidence_line(evidence: CriterionEvidence, run: RunEvidence) -> str:
    """One sentence: how many rules completed on how many of the planned targets, and what they left."""
    if not evidence.rules:
        return "no automated rule of this run bears on this criterion."
    parts = [
        f"{plural(len(evidence.rules), 'automated rule')} completed on {len(evidence.completed)} of"
        f" {plural(len(run.targets), run.unit)}"
    ]
    for standing in (Standing.CONFIRMED, Standing.UNCONFIRMED):
        groups = evidence.standing(standing)
        if groups:
            affected = {target for group in groups for target in group.targets}
            parts.append(
                f"{plural(sum(group.findings for group in groups), f'{standing.value} failure')} in"
                f" {plural(len(groups), 'group')} on {plural(len(affected), run.unit)}"
            )
    if not evidence.failures:
        parts.append("no failure found")
    parts.append(plural(sum(group.findings for group in evidence.reviews), "open question"))
    if evidence.untested:
        parts.append(f"not completed on {plural(len(evidence.untested), run.unit)}")
    if evidence.rejected:
        parts.append(f"{plural(evidence.rejected, 'finding')} judged not a barrier by a person")
    return "; ".join(parts) + "."
