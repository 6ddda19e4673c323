"""Criteria and rows: the list, and one with its procedure, pages and decision."""

from __future__ import annotations

from typing import Any

from flask import abort, render_template, request

from a11ycheck.conformance.agenda import CriterionFacts, cells_of
from a11ycheck.standards.guidance import guidance
from a11ycheck.standards.profile import handling_text, row_note
from a11ycheck.store.attachments import attachments
from a11ycheck.store.verdicts import history
from a11ycheck.web.blueprint import About, blueprint, reads_fast, stale
from a11ycheck.web.desk import desk
from a11ycheck.web.going_on import after_answer, goes_on
from a11ycheck.web.sample_parts import in_order


@blueprint.get("/rows")
def rows() -> str:
    """All answers a person owes, by table; with search and a filter."""
    here = desk()
    words, only_open = request.args.get("q", "").strip(), "open" in request.args
    by_row: dict[str, list[Any]] = {}
    for task in here.tasks:
        guide = guidance(task.row.num)
        text = f"{task.label} {guide.asks if guide else ''} {task.why} {task.level}".lower()
        if (not only_open or task.state != "signed") and all(word in text for word in words.lower().split()):
            by_row.setdefault(task.row.num, []).append(task)
    return render_template(
        "web/rows.html", by_row=by_row, words=words, only_open=only_open, facts=here.facts, no_facts=CriterionFacts()
    )


@blueprint.get("/row/<num>")
def row(num: str) -> str:
    """One criterion or row: procedure, facts, pages, decision."""
    here = desk()
    order = list(dict.fromkeys(task.row.num for task in here.tasks))
    if num not in order:
        abort(404)
    at = order.index(num)
    found = here.edition.row(num)
    pages: list[dict[str, Any]] = []
    if found.part == "wcag" and here.recorded.sample:
        for page in in_order(here.recorded.sample):
            targets = here.recorded.pages.get(page.place, ())
            about: About = ("page", num, page.place)
            pages.append(
                {
                    "page": page,
                    "target": targets[0] if targets else None,
                    "ruling": here.recorded.rulings.get(about),
                    "stale": stale(about),
                    "draft": here.drafts.get(about),
                    "files": attachments(here.connection, about),
                }
            )
    proposal = next((each for each in here.acr.proposals if each.row.num == num), None) if reads_fast() else None
    answers = {answer.component: answer for answer in proposal.answers} if proposal else {}
    cells: list[dict[str, Any]] = [
        {
            "cell": cell,
            "answer": answers.get(cell.component),
            "ruling": here.recorded.rulings.get(("row", num, cell.component)),
            "stale": stale(("row", num, cell.component)),
            "draft": here.drafts.get(("row", num, cell.component)),
            "history": history(here.connection, "row", num, cell.component),
            "suggestion": here.recorded.suggestion(num) if cell.component == "web" else None,
            "open_pages": here.recorded.open_pages(num) if cell.component == "web" else (),
            "following": after_answer(num, cell.component),
        }
        for cell in cells_of(found, here.profile)
    ]
    return render_template(
        "web/row.html",
        row=found,
        guide=guidance(num),
        note=None if found.part == "wcag" else row_note(num),
        handling=handling_text(found.handling) if found.handling else "",
        facts=here.facts.get(num, CriterionFacts()),
        pages=pages,
        processes=[
            (process.name, here.recorded.process_result(num, process))
            for process in (here.recorded.sample.processes if pages and here.recorded.sample else ())
        ],
        cells=cells,
        before=order[at - 1] if at else None,
        after=order[at + 1] if at + 1 < len(order) else None,
        open_count=sum(item["ruling"] is None for item in pages),
        first_open=next((item["target"] for item in pages if item["target"] and not _holds(item)), None),
        focus=next((item["cell"].component for item in cells if not _holds(item)), "") if goes_on() else "",
    )


def _holds(item: dict[str, Any]) -> bool:
    """Whether the verdict on a page or cell holds: there is one, nobody differs, it is not stale."""
    ruling = item["ruling"]
    return ruling is not None and not ruling.rivals and not item["stale"]
