"""Lists that a report shows beside its tables: what is undecided, which questions are open, known barriers by place."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.conformance.acr import Acr, AcrTable
from a11ycheck.conformance.evidence import CriterionEvidence, GroupEvidence, RunEvidence, Standing
from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.conformance.remarks import plural
from a11ycheck.conformance.wording import place
from a11ycheck.standards.profile import Question, questions

OUTSIDE = "outside landmarks"
_SAID_ELSEWHERE = frozenset({"failure-unconfirmed", "needs-review-open", "not-audited", "not-signed"})
"""Reasons that a reader finds in the remarks, the evidence line or the level cell of the same row."""


@dataclass(frozen=True)
class Barrier:
    """A group of findings and the criteria that it touches."""

    group: GroupEvidence
    criteria: tuple[str, ...]


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
    """Failures of this edition's criteria by the part of the page they are in, every group once."""
    shown = {proposal.row.num for proposal in acr.proposals if proposal.evidence is not None}
    found: dict[tuple[str, Standing], GroupEvidence] = {}
    criteria: dict[tuple[str, Standing], list[str]] = {}
    for num in sorted(shown, key=lambda num: [int(part) for part in num.split(".")]):
        for group in acr.run.of(num).failures:
            found[group.key, group.standing] = group
            criteria.setdefault((group.key, group.standing), []).append(num)
    places: dict[str, list[Barrier]] = {}
    for key, group in found.items():
        places.setdefault(place(group.landmarks) or OUTSIDE, []).append(Barrier(group, tuple(criteria[key])))
    return tuple((name, tuple(barriers)) for name, barriers in sorted(places.items()))


def reasons_to_print(answer: Answer) -> tuple[Reason, ...]:
    """The reasons of an undecided answer that its row does not say already."""
    return tuple(reason for reason in answer.reasons if reason.code not in _SAID_ELSEWHERE)


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
