"""Answers of a WCAG row's cells: the Web cell from the run, presets from the template, the others by the profile."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.conformance.evidence import RunEvidence
from a11ycheck.conformance.profile import question
from a11ycheck.conformance.proposal import Answer, Proposal, Reason
from a11ycheck.conformance.verdicts import Level, Verdicts
from a11ycheck.conformance.web import decide, web_answer
from a11ycheck.standards.editions import Cell, Row
from a11ycheck.standards.wcag import criterion

QUESTION = {"electronic-docs": "downloads", "software": "native", "closed": "closed", "authoring-tool": "authoring"}
NEEDS = {
    "electronic-docs": "Documents offered for download were not tested by this run; a person tests them.",
    "software": "Software outside the browser was not tested by this run; a person tests it.",
    "closed": "Closed functionality was not tested by this run; a person tests it.",
    "authoring-tool": "Content that users make with the product was not tested by this run; a person tests what the"
    " editor produces and whether the editor itself can be used.",
}


def wcag_proposal(
    row: Row, run: RunEvidence, profile: Mapping[str, bool], verdicts: Verdicts, policy: Level
) -> Proposal:
    """Propose all cells of a WCAG row. `profile`: answers to product questions; `policy`: level of absent content."""
    answers = []
    for cell in row.cells:
        verdict = verdicts.on_row(row.num, cell.component)
        if cell.preset is not None:
            answers.append(_preset(row, cell))
        elif cell.component in QUESTION:
            answers.append(_by_profile(row, cell, run, profile, verdicts))
        else:
            answers.append(web_answer(row, cell, run, verdict, policy))
    return Proposal(row=row, answers=tuple(answers), evidence=run.of(row.num))


def _preset(row: Row, cell: Cell) -> Answer:
    """What the template prints: 4.1.1 is met by the errata of 2023, and closed cells may refer to EN clauses."""
    if cell.preset == "Supports" and criterion(row.num).always_met:
        text = (
            "For WCAG 2.0 and 2.1, and so for Section 508 and EN 301 549, the errata of September 2023 say that this"
            " criterion is always met. WCAG 2.2 removed it; there it does not apply."
        )
        return Answer(cell.component, cell.label, "Supports", (Reason("errata", text),), remarks=(text,))
    printed = cell.preset or ""
    return Answer(cell.component, cell.label, None, (Reason("template", printed),), printed=printed)


def _by_profile(row: Row, cell: Cell, run: RunEvidence, profile: Mapping[str, bool], verdicts: Verdicts) -> Answer:
    """Components that a scan of web pages does not reach.

    No native software, closed functionality or authoring: Not Applicable by the profile. Electronic Docs needs more
    than the profile: a person's verdict on the documents, or a signature that none is in scope.
    """
    asked = question(QUESTION[cell.component])
    answered = profile.get(asked.id)
    verdict = verdicts.on_row(row.num, cell.component)
    if verdict is not None:
        return decide(cell, verdict, (), (), level=row.level, has_failures=False)
    inventory = _inventory(run) if cell.component == "electronic-docs" else ()
    if answered is None:
        text = f"Profile question not answered: {asked.ask} Set product.profile.{asked.id}."
        return Answer(cell.component, cell.label, None, (Reason("profile-unanswered", text), *inventory))
    if answered:
        return Answer(cell.component, cell.label, None, (Reason("applies", NEEDS[cell.component]), *inventory))
    if run.documents.found and cell.component == "electronic-docs":
        text = f"The product profile says that no document is offered, yet the audited pages link to {len(run.documents.found)}."
        return Answer(cell.component, cell.label, None, (Reason("conflict", text), *inventory))
    if cell.component == "electronic-docs":
        reasons = (
            Reason("profile", "So says the product profile; a person signs it for the documents in scope."),
            *inventory,
            Reason("not-signed", "No person has signed yet that no electronic document is in scope."),
        )
        return Answer(cell.component, cell.label, None, reasons, suggested="Not Applicable", remarks=(asked.no,))
    reason = Reason("profile", f"{asked.no} (product profile)")
    return Answer(cell.component, cell.label, "Not Applicable", (reason,), remarks=(asked.no,))


def _inventory(run: RunEvidence) -> tuple[Reason, ...]:
    """What the run knows of linked documents, in one sentence; the report lists them at its end."""
    if not run.documents.targets_read:
        return (Reason("untested", "The run took no inventory of linked documents."),)
    text = f"Documents that the audited pages link to: {len(run.documents.found)}; the list of documents names them."
    return (Reason("applies", text),)
