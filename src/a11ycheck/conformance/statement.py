"""What an accessibility statement says, from the same data as the report; what only the owner can say stays a visible gap.

Forms: the model of Commission Implementing Decision (EU) 2018/1523, and what OMB memorandum M-24-08 asks of US federal
agencies. No status is ever claimed: "fully" needs every row decided by people, and the owner declares it.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.proposal import Answer, Proposal

SHORT = ("Partially Supports", "Does Not Support")


@dataclass(frozen=True)
class Statement:
    """The data of a statement. `status` is empty while a person has to decide; `barriers` are confirmed ones only."""

    company: str
    product: str
    contact: str
    status: str
    status_note: str
    barriers: tuple[tuple[str, tuple[str, ...]], ...]
    unconfirmed: int
    undecided: int
    date: str
    methods: tuple[str, ...]


def statement(acr: Acr) -> Statement:
    """Gather what the report knows. Unconfirmed failures are counted and never published as barriers."""
    barriers = tuple(
        (proposal.row.label, answer.remarks)
        for proposal, answer in _web_rows(acr)
        if answer.level in SHORT and answer.remarks
    )
    short = [proposal for proposal, answer in _web_rows(acr) if answer.level in SHORT]
    unconfirmed = sum(bool(answer.mark) for _, answer in _web_rows(acr))
    undecided = sum(answer.undecided for _, answer in _web_rows(acr))
    return Statement(
        company=acr.front.company,
        product=acr.front.product,
        contact=acr.product.contact,
        status="partially compliant" if short and not undecided else "",
        status_note=_note(len(short), undecided, acr),
        barriers=barriers,
        unconfirmed=unconfirmed,
        undecided=undecided,
        date=acr.front.date,
        methods=acr.evaluation_methods,
    )


def _web_rows(acr: Acr) -> tuple[tuple[Proposal, Answer], ...]:
    """The WCAG rows with their Web answer."""
    return tuple(
        (proposal, answer)
        for proposal in acr.proposals
        if proposal.row.part == "wcag"
        for answer in proposal.answers
        if answer.component == "web"
    )


def _note(short: int, undecided: int, acr: Acr) -> str:
    if undecided:
        return (
            f"No status can be given yet: {undecided} of {len(_web_rows(acr))} WCAG criteria still undecided in run"
            f" {acr.run_id}."
        )
    if short:
        return "Whether most of the content falls short (not compliant) is for a person to judge."
    return "Every criterion was decided by people and none falls short; the owner declares the status."
