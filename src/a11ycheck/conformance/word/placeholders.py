"""Fills docxtpl placeholders of a Word document.

The names: `title`, `company`, `product`, `date`, `edition`, `template_version`, `draft` (true or false), `description`,
`contact`, `notes`, `methods`, `legal_disclaimer`, `tables` (each with `heading`, `notes` and `rows`) and `row`, a mapping
by number. A row has `num`, `title`, `label`, `level`, `remarks` and `answers`; an answer has `component`, `level` and
`remarks`.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.proposal import Answer, Proposal
from a11ycheck.conformance.word.report import level
from a11ycheck.conformance.word.writer import clean
from a11ycheck.errors import UsageError


def fill(acr: Acr, template: Path) -> bytes:
    """The template with its placeholders replaced. Raises `UsageError` for a placeholder that is broken or unknown."""
    made = DocxTemplate(str(template))
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        made.render(context(acr), environment, autoescape=True)
    except TemplateError as error:
        raise UsageError(
            f"{template}: a placeholder cannot be filled: {error.message}", "The documentation lists the placeholders."
        ) from None
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def context(acr: Acr) -> dict[str, Any]:
    """The values by name, plain text throughout."""
    fields = {field.label: _text(*field.paragraphs) or field.gap for field in acr.front.fields}
    tables: list[dict[str, Any]] = [
        {
            "heading": clean(table.table.heading),
            "notes": _text(*table.notes),
            "rows": [_row(proposal, acr) for proposal in table.proposals],
        }
        for table in acr.tables
    ]
    return {
        "title": clean(acr.title),
        "company": clean(acr.front.company),
        "product": clean(acr.front.product),
        "date": clean(acr.front.date),
        "edition": acr.edition.name,
        "template_version": acr.edition.template_version,
        "draft": not acr.final,
        "description": fields["Product Description"],
        "contact": fields["Contact Information"],
        "notes": _text(*acr.notes),
        "methods": _text(*acr.evaluation_methods),
        "legal_disclaimer": clean(acr.product.legal_disclaimer),
        "tables": tables,
        "row": {row["num"]: row for table in tables for row in table["rows"]},
    }


def _row(proposal: Proposal, acr: Acr) -> dict[str, Any]:
    answers = [
        {
            "component": answer.label,
            "level": level(answer, final=acr.final),
            "remarks": _text(*remarks(answer, final=acr.final)),
        }
        for answer in proposal.answers
    ]
    return {
        "num": proposal.row.num,
        "title": proposal.row.title,
        "label": proposal.row.label,
        "level": "\n".join(_labelled(answer, "level") for answer in answers) or proposal.row.response or "",
        "remarks": "\n".join(_labelled(answer, "remarks") for answer in answers),
        "answers": answers,
    }


def remarks(answer: Answer, *, final: bool) -> tuple[str, ...]:
    """What stands in the remarks: the remarks, and in a draft why an answer is undecided where there are none."""
    if answer.remarks or final or not answer.undecided:
        return answer.remarks
    return tuple(reason.text for reason in answer.reasons)


def _labelled(answer: dict[str, Any], key: str) -> str:
    return f"{answer['component']}: {answer[key]}".rstrip() if answer["component"] else answer[key]


def _text(*paragraphs: str) -> str:
    return clean("\n".join(paragraphs))
