"""Answers of rows outside the WCAG tables, except the functional performance rows: profile answers and persons decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from a11ycheck.conformance.profile import question
from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.conformance.verdicts import Verdicts
from a11ycheck.conformance.web import decide
from a11ycheck.standards.editions import Cell, Row
from a11ycheck.standards.profile import handling_text, row_note

DOCUMENTATION_ROWS = frozenset({"602.3", "12.1.2"})


def provision_proposal(row: Row, profile: Mapping[str, bool], verdicts: Verdicts) -> Proposal:
    """Propose the answer of a Section 508 or EN 301 549 row; headings and rows that only refer get none."""
    cell = row.cells[0] if row.cells else Cell("none", "")
    if cell.preset is not None:
        return Proposal(row, (Answer("none", "", None, (Reason("template", cell.preset),), printed=cell.preset),))
    if row.handling not in ("ask", "ask-see-wcag", "human"):
        if row.response and row.kind != "heading":
            return Proposal(row, (Answer("none", "", None, (Reason("template", row.response),), printed=row.response),))
        return Proposal(row, ())
    verdict = verdicts.on_row(row.num, "none")
    printed = row.response if row.refers and row.response else ""
    if verdict is not None:
        decided = decide(cell, verdict, (), (), level=None, has_failures=False)
        sums_up = printed and decided.level != "Not Applicable"
        return Proposal(row, (replace(decided, printed=f"{printed}:" if sums_up else ""),))
    return Proposal(row, (_unsigned(row, printed, profile),))


def _unsigned(row: Row, printed: str, profile: Mapping[str, bool]) -> Answer:
    """The answer without a verdict: Not Applicable by the profile, or undecided with what is missing."""
    note = row_note(row.num)
    extra = (Reason("applies", note),) if note else ()
    if row.question is not None:
        asked = question(row.question)
        answered = profile.get(asked.id)
        if answered is False:
            reason = Reason("profile", f"{asked.no} (product profile)")
            return Answer("none", "", "Not Applicable", (reason,), printed="", remarks=(asked.no,))
        if answered is None:
            text = f"Profile question not answered: {asked.ask} Set product.profile.{asked.id}."
            return Answer("none", "", None, (Reason("profile-unanswered", text), *extra), printed=printed)
    assert row.handling is not None
    return Answer("none", "", None, (Reason("applies", _what_decides(row)), *extra), printed=printed)


def _what_decides(row: Row) -> str:
    if row.num in DOCUMENTATION_ROWS:
        return "A person decides this row from the audit of the documentation, in all its formats."
    if row.handling == "ask":
        return "The row applies, by the product profile; a person answers it."
    assert row.handling is not None
    return (
        handling_text("human")
        if row.handling == "human"
        else "The row applies, by the product profile; a person confirms what the WCAG tables answer."
    )
