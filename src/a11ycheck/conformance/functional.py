"""Functional performance rows: suggestions rolled up from the rows that bear on each group of users."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.conformance.verdicts import Level, Verdicts
from a11ycheck.conformance.web import UNCONFIRMED_MARK, decide
from a11ycheck.standards.editions import Cell, Row
from a11ycheck.standards.functional import fpc_criteria, fps_clauses, fps_criteria

WORST: tuple[Level, ...] = ("Does Not Support", "Partially Supports", "Supports", "Not Applicable")


def functional_proposal(row: Row, proposals: Mapping[str, Proposal], verdicts: Verdicts) -> Proposal:
    """Propose a functional performance row from the proposals of the rows that bear on it, by number.

    Section 508 rows roll up from the 38 WCAG 2.0 criteria only; EN rows from Table B.2 of V3.2.1. The result is a
    suggestion: a person decides.
    """
    mapped = _mapped(row, proposals)
    reasons, suggested, failing = _roll_up(mapped)
    cell = row.cells[0] if row.cells else Cell("none", "")
    verdict = verdicts.on_row(row.num, "none")
    if verdict is not None:
        worse = verdict.level in ("Supports", "Not Applicable") and bool(failing)
        return Proposal(row, (decide(cell, verdict, reasons, (), level=None, has_failures=worse),))
    mark = UNCONFIRMED_MARK if any(UNCONFIRMED_MARK in _marks(proposal) for proposal in mapped) else ""
    not_signed = Reason("not-signed", "No person has decided this row yet.")
    answer = Answer("none", "", None, (*reasons, not_signed), suggested=suggested, mark=mark)
    return Proposal(row, (answer,))


def _mapped(row: Row, proposals: Mapping[str, Proposal]) -> tuple[Proposal, ...]:
    if row.handling == "derive-fpc":
        nums: tuple[str, ...] = fpc_criteria(row.num)
    else:
        nums = (*fps_criteria(row.num), *fps_clauses(row.num))
    return tuple(proposals[num] for num in nums if num in proposals and proposals[num].answers)


def _roll_up(mapped: tuple[Proposal, ...]) -> tuple[tuple[Reason, ...], Level | None, list[str]]:
    """Reasons, the suggested level, and the numbers of rows that fall short (confirmed, or found by checks)."""
    if not mapped:
        text = "No row of this report bears on this group of users; a person answers from testing with such users."
        return (Reason("mapped-rows", text),), None, []
    failing = [
        proposal.row.num for proposal in mapped if _falls_short(proposal) or UNCONFIRMED_MARK in _marks(proposal)
    ]
    short = [proposal.row.num for proposal in mapped if _falls_short(proposal)]
    undecided = [proposal.row.num for proposal in mapped if proposal.undecided]
    reasons = [Reason("mapped-rows", f"Rolls up from {len(mapped)} rows: {', '.join(p.row.num for p in mapped)}.")]
    if failing:
        reasons.append(Reason("mapped-rows", f"Failures, confirmed or not, stand in {', '.join(failing)}."))
    if undecided:
        reasons.append(Reason("mapped-rows", f"{len(undecided)} of the {len(mapped)} rows are undecided."))
    if short:
        return tuple(reasons), "Partially Supports", failing
    if undecided:
        return tuple(reasons), None, failing
    levels = {answer.level for proposal in mapped for answer in proposal.answers if answer.level}
    return tuple(reasons), next((level for level in WORST if level in levels), None), failing


def _falls_short(proposal: Proposal) -> bool:
    return any(
        level in ("Partially Supports", "Does Not Support")
        for answer in proposal.answers
        for level in (answer.level, answer.suggested)
    )


def _marks(proposal: Proposal) -> frozenset[str]:
    return frozenset(answer.mark for answer in proposal.answers)
