"""The report as Markdown, for repositories and wikis: GitHub's tables, no HTML, nothing from a page as markup."""

from __future__ import annotations

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.formats import AcrFormat
from a11ycheck.conformance.listing import (
    affected,
    annex,
    evidence_line,
    question_list,
    reasons_to_print,
    undecided_by_table,
)
from a11ycheck.conformance.markup import markdown
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.remarks import example, plural, spread
from a11ycheck.conformance.text import printable
from a11ycheck.standards.editions import Row
from a11ycheck.templates import environment

FORMAT = AcrFormat(name="md", extension="md", title="Markdown, for repositories")


def render(acr: Acr) -> bytes:
    """The whole file, UTF-8."""
    text = (
        environment()
        .overlay(autoescape=False)
        .get_template("acr/acr.md")
        .render(
            acr=acr,
            annex=annex(acr),
            example=example,
            escape=lambda text: markdown(printable(text)),
            level_cell=lambda proposal: level_cell(proposal, acr),
            plural=plural,
            questions=question_list(acr),
            remarks_cell=lambda proposal: remarks_cell(proposal, acr),
            row_cell=row_cell,
            spread=spread,
            undecided=undecided_by_table(acr),
        )
    )
    return text.encode("utf-8", "replace")


def row_cell(row: Row) -> str:
    """Number and title, linked for WCAG rows, with the level."""
    return f"[{row.label}]({row.url}) {row.level_label}" if row.url else row.label


def level_cell(proposal: Proposal, acr: Acr) -> str:
    """The levels of all components, each on a line of its own."""
    if not proposal.answers:
        return markdown(proposal.row.response or "")
    return "<br>".join(_level(answer, acr) for answer in proposal.answers)


def remarks_cell(proposal: Proposal, acr: Acr) -> str:
    """Remarks of all components; in a draft with the reasons and the evidence."""
    return "<br>".join(part for answer in proposal.answers if (part := _remarks(proposal, answer, acr)))


def _level(answer: Answer, acr: Acr) -> str:
    name = f"{answer.label}: " if answer.label else ""
    parts = [answer.printed] if answer.printed else []
    if answer.level:
        parts.append(answer.level)
    elif answer.undecided and not acr.final:
        parts.append("**Undecided**")
        parts += [f"({answer.mark})"] if answer.mark else []
        parts += [f"(suggested: {answer.suggested})"] if answer.suggested else []
    return name + " ".join(parts)


def _remarks(proposal: Proposal, answer: Answer, acr: Acr) -> str:
    parts = [markdown(printable(paragraph)) for paragraph in answer.remarks]
    if answer.undecided and not acr.final:
        parts += [markdown(printable(reason.text)) for reason in reasons_to_print(answer)]
    if answer.component == "web" and proposal.evidence and proposal.evidence.rules:
        names = ", ".join(markdown(printable(name)) for name, _ in affected(proposal.evidence, acr.run))
        parts += [f"Affected: {names}."] if names else []
        parts.append(f"Evidence: {evidence_line(proposal.evidence, acr.run)}")
    name = f"{answer.label}: " if answer.label and parts else ""
    return name + "<br>".join(parts)
