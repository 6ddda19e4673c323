"""Functional performance rows: suggestions rolled up from the rows that bear on each group of users."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.conformance.remarks import owner_phrase
from a11ycheck.conformance.standing import Standing
from a11ycheck.conformance.text import inside_a_sentence, printable
from a11ycheck.conformance.verdicts import Level, Verdicts
from a11ycheck.conformance.web import UNCONFIRMED_MARK, decide
from a11ycheck.conformance.wording import what_it_finds
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
    remarks = _remarks(mapped)
    cell = row.cells[0] if row.cells else Cell("none", "")
    verdict = verdicts.on_row(row.num, "none")
    if verdict is not None:
        decided = decide(cell, verdict, reasons, remarks, level=None, has_failures=bool(failing))
        return Proposal(row, (decided,))
    mark = UNCONFIRMED_MARK if any(UNCONFIRMED_MARK in _marks(proposal) for proposal in mapped) else ""
    not_signed = Reason("not-signed", "No person has decided this row yet.")
    answer = Answer("none", "", None, (*reasons, not_signed), suggested=suggested, mark=mark, remarks=remarks)
    return Proposal(row, (answer,))


def _remarks(mapped: tuple[Proposal, ...]) -> tuple[str, ...]:
    """What this group of users meets: each kind of barrier once, with the rows it stands in."""
    paragraphs = []
    for standing, introduction in (
        (Standing.CONFIRMED, "Barriers that bear on these users"),
        (Standing.UNCONFIRMED, "Barriers that bear on these users, found by automated checks and not yet confirmed"),
    ):
        found: dict[str, dict[str, None]] = {}
        for proposal in mapped:
            for group in proposal.evidence.standing(standing) if proposal.evidence else ():
                what = printable(what_it_finds(group.rule)) + owner_phrase(group)
                found.setdefault(inside_a_sentence(what), {})[proposal.row.num] = None
        if found:
            listed = "; ".join(f"{what} ({', '.join(nums)})" for what, nums in found.items())
            paragraphs.append(f"{introduction}: {listed}.")
    return tuple(paragraphs)


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
    open_rows = f"; {len(undecided)} of them are undecided" if undecided else ""
    rows = ", ".join(proposal.row.num for proposal in mapped)
    reasons = [Reason("mapped-rows", f"Rolls up from {len(mapped)} rows{open_rows}: {rows}.")]
    if failing:
        reasons.append(Reason("mapped-rows", f"Failures, confirmed or not, stand in {', '.join(failing)}."))
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
