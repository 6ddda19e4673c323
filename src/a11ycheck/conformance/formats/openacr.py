"""The report as OpenACR YAML 0.1.0, against the 2.5 catalogs of GSA/openacr.

The format has no word for a row that nobody decided: a draft leaves the level empty, says why in the notes, and carries
DRAFT in its title. There is no catalog for the EU edition alone: the international one serves, with the Section 508
chapters disabled and a note. The catalogs have no `closed` component; its answer stands in the notes of `software`.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from a11ycheck.conformance.acr import Acr, AcrTable
from a11ycheck.conformance.formats import AcrFormat
from a11ycheck.conformance.markup import markdown
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.text import printable
from a11ycheck.standards.openacr import CatalogRow, edition_catalog
from a11ycheck.standards.terms import terms

FORMAT = AcrFormat(name="openacr", extension="yaml", title="OpenACR, for programs")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DRAFT = "DRAFT: not a statement of conformance."


def render(acr: Acr) -> bytes:
    """The whole file, UTF-8."""
    return yaml.safe_dump(document(acr), sort_keys=False, allow_unicode=True, width=100).encode("utf-8")


def document(acr: Acr) -> dict[str, Any]:
    """The report as plain data, keys in the order of the schema."""
    catalog, disabled = edition_catalog(acr.edition)
    tables = {table.table.chapter: table for table in acr.tables}
    email = _EMAIL.search(acr.product.contact)
    contact = {"company_name": acr.front.company, "email": email[0] if email else ""}
    listed = (f"{account.heading}. {account.intro} {' '.join(account.lines)}" for account in acr.accounts)
    notes = (*(() if acr.final else (DRAFT,)), *acr.notes, *(markdown(text) for text in listed))
    return {
        "title": acr.title if acr.final else f"DRAFT: {acr.title}",
        "product": {"name": acr.product.name, "version": acr.product.version, "description": acr.product.description},
        "author": contact,
        "vendor": dict(contact),
        "report_date": acr.front.iso_date,
        "last_modified_date": acr.front.iso_date,
        "version": 1,
        "notes": "\n\n".join(notes),
        "evaluation_methods_used": "\n\n".join((*acr.evaluation_methods, _sample(acr))),
        "legal_disclaimer": acr.product.legal_disclaimer,
        "repository": "",
        "feedback": acr.product.contact,
        "related_openacrs": [],
        "catalog": catalog.id,
        "chapters": {
            chapter.id: _chapter(tables.get(chapter.id), chapter.rows, left_out=chapter.id in disabled)
            for chapter in catalog.chapters
        },
    }


def _sample(acr: Acr) -> str:
    """The targets with what became of those that were not audited in full; the format has no place of its own for them."""
    names = [
        markdown(printable(target.target.page_key)) + ("" if target.status == "audited" else f" ({target.status})")
        for target in acr.run.targets
    ]
    return f"Sample: {'; '.join(names)}."


def _chapter(table: AcrTable | None, rows: tuple[CatalogRow, ...], *, left_out: bool) -> dict[str, Any]:
    if table is None:
        why = "Not part of this edition." if left_out else "Level AAA was not evaluated; its table is left out."
        return {"notes": why, "disabled": True}
    notes = markdown(" ".join(table.notes))
    if not rows:
        return {"notes": notes, "disabled": False}
    proposals = {proposal.row.num: proposal for proposal in table.proposals}
    criteria = [_criterion(proposals[row.num], row) for row in rows if row.num in proposals]
    return {"notes": notes, "disabled": False, "criteria": criteria}


def _criterion(proposal: Proposal, row: CatalogRow) -> dict[str, Any]:
    by_component = {answer.component: answer for answer in proposal.answers}
    closed = by_component.pop("closed", None)
    components = []
    for name in row.components:
        answer = by_component.get(name) or (by_component.get("none") if name == row.components[0] else None)
        if answer is None and not (name == "software" and closed):
            if proposal.answers or name != "none":
                continue
            components.append({"name": name, "adherence": {"level": "", "notes": proposal.row.response or ""}})
            continue
        components.append(_component(name, answer, closed if name == "software" else None))
    return {"num": row.num, "components": components}


def _component(name: str, answer: Answer | None, closed: Answer | None) -> dict[str, Any]:
    parts = _notes(answer) if answer else ["Not asked by the template."]
    if closed:
        parts.append(
            f"Closed functionality: {closed.level or closed.printed or 'Undecided'}. {' '.join(_notes(closed))}"
        )
    return {"name": name, "adherence": {"level": _level(answer), "notes": "\n\n".join(map(markdown, parts))}}


def _level(answer: Answer | None) -> str:
    ids = {term.label: term.id for term in terms()}
    return ids[answer.level] if answer and answer.level else ""


def _notes(answer: Answer) -> list[str]:
    parts = [answer.printed] if answer.printed else []
    parts += answer.remarks
    if answer.undecided:
        parts.append("Undecided: " + " ".join(reason.text for reason in answer.reasons))
    return parts
