"""The conformance report as a Word document, in the order of the template."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.conformance.acr import Acr, AcrTable
from a11ycheck.conformance.evidence import GroupEvidence
from a11ycheck.conformance.links import page_href
from a11ycheck.conformance.listing import (
    Barrier,
    affected,
    annex,
    evidence_line,
    has_remarks,
    question_list,
    reasons_to_print,
    undecided_by_table,
)
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.remarks import example, page_name, plural, spread
from a11ycheck.conformance.text import printable, shorten
from a11ycheck.conformance.word.writer import FACTS, Line, Link, Piece, Writer
from a11ycheck.standards.editions import Row
from a11ycheck.store.rows import TargetRow

DRAFT = "DRAFT: not a statement of conformance"
LANGUAGE = "en-US"
Paragraphs = Iterator[tuple[Line, str | None]]


def write(acr: Acr) -> bytes:
    """The whole file."""
    draft = "" if acr.final else DRAFT
    writer = Writer(
        title=f"{'' if acr.final else 'DRAFT: '}{acr.title}",
        language=LANGUAGE,
        subject=acr.front.product,
        running_head=draft or acr.title,
    )
    writer.title(acr.title)
    writer.paragraph(acr.edition.name, "Subtitle")
    writer.paragraph(f"(Based on VPAT® Version {acr.edition.template_version})", "Subtitle")
    if not acr.final:
        _open(writer, acr)
    _front(writer, acr)
    for part in acr.edition.parts:
        writer.heading(part.heading, 1)
        for table in acr.tables:
            if table.table.part == part.id:
                _table(writer, table, acr)
    _annex(writer, acr)
    _accounts(writer, acr)
    _documents(writer, acr)
    _pages(writer, acr)
    if acr.product.legal_disclaimer:
        writer.heading("Legal Disclaimer", 1)
        writer.paragraph(acr.product.legal_disclaimer)
    return writer.save()


def _open(writer: Writer, acr: Acr) -> None:
    text = "DRAFT. This is not a statement of conformance and must not be issued as one."
    if acr.undecided:
        text += f" A person still has to decide {plural(len(acr.undecided), 'answer')}."
    writer.paragraph(f"{text} “Undecided” is a state of this draft and not a VPAT term.", "Intense Quote")
    writer.heading("What is undecided", 1)
    writer.bullets(acr.front.gaps)
    if acr.run.not_audited:
        count = plural(len(acr.run.not_audited), acr.run.unit)
        writer.paragraph(f"{count} of {len(acr.run.targets)} could not be audited; the list of pages names them.")
    if acr.unsettled:
        writer.heading("What does not agree", 2)
        writer.paragraph("A final report is refused while any of these stands.")
        writer.bullets(acr.unsettled)
    questions = question_list(acr)
    if questions:
        writer.heading("Questions about the product", 2)
        writer.bullets(f"{asked.id}: {asked.ask} ({plural(count, 'answer')})" for asked, count in questions)
    if acr.claims:
        writer.heading("Statements of conformance on the audited pages", 2)
        writer.paragraph("For a person to compare with this report; no answer rests on them.")
        writer.bullets(acr.claims)
    for table, rows in undecided_by_table(acr):
        writer.heading(f"{table.table.heading}: {plural(len(rows), 'undecided row')}", 2)
        writer.bullets((Link(row.row.label, anchor=f"row {row.row.num}"), _undecided(row)) for row in rows)


def _undecided(proposal: Proposal) -> str:
    parts = [
        answer.label + (f" ({answer.mark})" if answer.mark else "")
        for answer in proposal.answers
        if answer.undecided and (answer.label or answer.mark)
    ]
    return f": {', '.join(parts)}" if parts else ""


def _front(writer: Writer, acr: Acr) -> None:
    writer.heading("Product", 1)
    fields = [(field.label, field.paragraphs + ((field.gap,) if field.gap else ())) for field in acr.front.fields]
    for label, paragraphs in (*fields, ("Notes", acr.notes), ("Evaluation Methods Used", acr.evaluation_methods)):
        writer.heading(label, 2)
        for paragraph in paragraphs:
            writer.paragraph(paragraph)
    writer.heading("Applicable Standards/Guidelines", 1)
    writer.paragraph(
        "This report covers the degree of conformance for the following accessibility standards and guidelines:"
    )
    standards = writer.table("Standards in this report", ("Standard/Guideline", "Included In Report"), (17.0, 7.0))
    for standard in acr.edition.standards:
        name: Line = Link(standard.name, standard.urls[0])
        if len(standard.urls) > 1:
            links = (Link(f"Document {place}", url) for place, url in enumerate(standard.urls, 1))
            name = (standard.name, *(piece for link in links for piece in (" ", link)))
        included = ("Level A (Yes)", "Level AA (Yes)", "Level AAA (No)") if standard.levels else ("(Yes)",)
        standards.row([(name, None)], [(line, None) for line in included])
    writer.heading("Terms", 1)
    writer.paragraph("The terms used in the Conformance Level information are defined as follows:")
    writer.bullets(f"{term.label}: {term.meaning}" for term in acr.terms)
    if not acr.final:
        writer.bullets(["Undecided: not a term of the template: no person has decided yet. A final report has none."])


def _table(writer: Writer, found: AcrTable, acr: Acr) -> None:
    writer.heading(found.table.heading, 2)
    writer.paragraph(f"Notes: {' '.join(found.notes)}".strip())
    if not found.proposals:
        return
    table = writer.table(found.table.heading, acr.edition.columns, (7.0, 5.0, 12.1))
    for proposal in found.proposals:
        table.row(
            _criterion(proposal.row),
            _levels(proposal, acr),
            _remarks(proposal, acr),
            bookmark=f"row {proposal.row.num}",
        )


def _criterion(row: Row) -> Paragraphs:
    yield ((Link(row.label, row.url), f" {row.level_label}") if row.url else row.label), None
    if row.also_applies:
        yield "Also applies to:", FACTS
    for also in row.also_applies:
        references = ", ".join(
            f"{reference.num} {reference.label}"
            + (f" ({reference.note})" if reference.note else "" if reference.applies else " (does not apply)")
            for reference in also.references
        )
        yield f"{also.heading}: {references or 'does not apply'}", FACTS


def _levels(proposal: Proposal, acr: Acr) -> Paragraphs:
    if not proposal.answers:
        yield proposal.row.response or "", None
    for answer in proposal.answers:
        yield _labelled(answer, level(answer, final=acr.final)), None


def level(answer: Answer, *, final: bool) -> str:
    """What stands in the level cell, without the component."""
    parts = [part for part in (answer.printed, answer.level) if part]
    if answer.undecided and not final:
        parts.append("Undecided")
        parts += [f"({answer.mark})"] if answer.mark else []
        parts += [f"(suggested: {answer.suggested})"] if answer.suggested else []
    return " ".join(parts)


def _remarks(proposal: Proposal, acr: Acr) -> Paragraphs:
    for answer in proposal.answers:
        first, *more = answer.remarks or ("",)
        if has_remarks(proposal, answer, final=acr.final) and (first or answer.label):
            yield _labelled(answer, first), None
        for paragraph in more:
            yield paragraph, None
        if answer.undecided and not acr.final:
            for reason in reasons_to_print(answer):
                yield printable(reason.text), FACTS
        if answer.component == "web" and proposal.evidence and proposal.evidence.rules:
            links = [Link(name, anchor=f"barrier {anchor}") for name, anchor in affected(proposal.evidence, acr.run)]
            if links:
                yield ("Affected: ", *[piece for link in links for piece in (", ", link)][1:], "."), FACTS
            yield f"Evidence: {evidence_line(proposal.evidence, acr.run)}", FACTS


def _labelled(answer: Answer, text: str) -> str:
    return f"{answer.label}: {text}".rstrip() if answer.label else text


def _annex(writer: Writer, acr: Acr) -> None:
    writer.heading("Known barriers by place", 1)
    places = annex(acr)
    if not places:
        writer.paragraph(
            "The checks of this run raised no failure on a row of this report. That does not show that there is none."
        )
        return
    writer.paragraph("Every group of failures that bears on a row of this report, by the part of the page it is in.")
    for place, barriers in places:
        writer.heading(f"{place[:1].upper()}{place[1:]}", 2)
        for barrier in barriers:
            writer.bullets([barrier.title])
            for group in barrier.groups:
                writer.paragraph(_group(group, barrier, acr), "List Bullet 2", bookmark=f"barrier {group.anchor}")


def _group(group: GroupEvidence, barrier: Barrier, acr: Acr) -> Line:
    rows = [Link(num, anchor=f"row {num}") for num in barrier.criteria[group.anchor]]
    issues = [Link(issue.id, issue.link) if issue.link else issue.id for issue in group.issues]
    text = (
        f"{plural(group.findings, 'place')} on {spread((group,), acr.run)}, {group.standing.value}, for example"
        f" {example(group, acr.run)}; "
    )
    known = [piece for issue in issues for piece in ("; issue ", issue)]
    return (text, *[piece for row in rows for piece in (", ", row)][1:], *known)


def _accounts(writer: Writer, acr: Acr) -> None:
    for account in acr.accounts:
        writer.heading(account.heading, 1)
        writer.paragraph(account.intro)
        writer.bullets(account.lines)


def _documents(writer: Writer, acr: Acr) -> None:
    writer.heading("Documents linked", 1)
    documents = acr.run.documents
    if not documents.targets_read:
        writer.paragraph("The run took no inventory of linked documents.")
        return
    read = plural(documents.targets_read, acr.run.unit)
    if not documents.found:
        writer.paragraph(f"No link to a document was found on {read}.")
        return
    writer.paragraph(
        f"Links were read on {read}. This run tested no document; the Electronic Docs answers have to cover them."
    )
    for document in documents.found:
        pages = [_page(acr.run.by_id[target]) for target in document.targets[:5]]
        linked = [piece for page in pages for piece in (", ", page)][1:]
        rest = f" and {len(document.targets) - 5} more" if len(document.targets) > 5 else ""
        writer.bullets([(f"{shorten(printable(document.name), 200)}, on ", *linked, rest)])


def _pages(writer: Writer, acr: Acr) -> None:
    writer.heading("Pages audited", 1)
    caption = f"{plural(len(acr.run.targets), acr.run.unit)} of run {acr.run_id}"
    table = writer.table(caption, ("Page", "Title", "Shown as", "Status"), (8.0, 7.0, 3.5, 5.6))
    for target in acr.run.targets:
        status = target.status.value + (f": {printable(target.reason)}" if target.reason else "")
        status += f" ({shorten(printable(target.message), 200)})" if target.message else ""
        title = shorten(printable(target.facts.title), 120)
        table.row(*([(cell, None)] for cell in (_page(target), title, target.target.variant.name, status)))


def _page(target: TargetRow) -> Piece:
    name = page_name(target)
    href = page_href(target)
    return Link(name, href) if href else name
