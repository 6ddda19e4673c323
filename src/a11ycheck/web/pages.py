"""The pages of the audit that only read."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from a11ycheck.conformance.agenda import MINUTES_GROUP, CriterionFacts, by_risk, cells_of
from a11ycheck.conformance.formats import acr_format
from a11ycheck.model import Outcome
from a11ycheck.reporters.wording import Section, section_of_group, visible
from a11ycheck.standards.guidance import guidance
from a11ycheck.standards.profile import handling_text, questions, row_note
from a11ycheck.store import audit_sample
from a11ycheck.store.attachments import attachments, body_of
from a11ycheck.store.rows import GroupRow
from a11ycheck.store.verdicts import METHODS, RESULTS, SEVERITIES, Subject, history
from a11ycheck.templates import folder
from a11ycheck.web.desk import clear_desk, desk
from a11ycheck.web.page_evidence import evidence_for, page_evidence

blueprint = Blueprint("pages", __name__)
blueprint.teardown_app_request(clear_desk)
PAGE_SIZE = 25
INLINE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
About = tuple[Subject, str, str]
MANY_FINDINGS = 5_000
"""Above this pages do not work out the report."""


@blueprint.app_context_processor
def _common() -> dict[str, Any]:
    return {
        "desk": desk,
        "new_uid": lambda: uuid.uuid4().hex,
        "RESULTS": RESULTS,
        "METHODS": METHODS,
        "SEVERITIES": SEVERITIES,
    }


@blueprint.get("/")
def start() -> str:
    """Progress, what is next, what blocks a final report."""
    here = desk()
    triaged, groups = _triaged()
    minutes = sum(task.minutes for task in here.tasks) + MINUTES_GROUP * (groups - triaged)
    return render_template(
        "web/start.html",
        tasks=here.tasks,
        following=by_risk(here.tasks, here.facts)[:8],
        facts=here.facts,
        no_facts=CriterionFacts(),
        triaged=triaged,
        groups=groups,
        minutes=minutes,
        unanswered=sum(name not in here.profile for name in questions()),
        blockers=here.acr.blockers if _reads_fast() or "blockers" in request.args else None,
        unsettled=here.recorded.unsettled(),
    )


@blueprint.get("/tester")
def tester() -> str:
    """Who tests, with what."""
    return render_template("web/tester.html")


@blueprint.get("/sample")
def sample() -> str:
    """Scope and sample."""
    here = desk()
    found = here.recorded.sample
    configured = {
        process.name: audit_sample.named_places(here.view, process.states) for process in here.audit.config.process
    }
    tasks = [(each.name, each.places) for each in found.processes] if found else []
    tasks = tasks or [(name, places) for name, (places, _) in configured.items()]
    return render_template(
        "web/sample.html",
        places=audit_sample.candidates(here.view),
        sample=found,
        processes={
            place: ", ".join(name for name, steps in tasks if place in steps) for _, steps in tasks for place in steps
        },
        missing={name: states for name, (_, states) in configured.items() if states},
        suggested=frozenset(audit_sample.suggest(here.view)),
        chosen={page.place: page.why for page in here.recorded.sample.pages} if here.recorded.sample else {},
    )


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
    pages = []
    if found.part == "wcag" and here.recorded.sample:
        for page in here.recorded.sample.pages:
            targets = here.recorded.pages.get(page.place, ())
            about: About = ("page", num, page.place)
            pages.append(
                {
                    "page": page,
                    "target": targets[0] if targets else None,
                    "ruling": here.recorded.rulings.get(about),
                    "stale": _stale(about),
                    "draft": here.drafts.get(about),
                    "files": attachments(here.connection, about),
                    "evidence": evidence_for(here.view, num, targets[0].id) if targets else (),
                }
            )
    proposal = next((each for each in here.acr.proposals if each.row.num == num), None) if _reads_fast() else None
    answers = {answer.component: answer for answer in proposal.answers} if proposal else {}
    cells = [
        {
            "cell": cell,
            "answer": answers.get(cell.component),
            "ruling": here.recorded.rulings.get(("row", num, cell.component)),
            "stale": _stale(("row", num, cell.component)),
            "draft": here.drafts.get(("row", num, cell.component)),
            "history": history(here.connection, "row", num, cell.component),
            "suggestion": here.recorded.suggestion(num) if cell.component == "web" else None,
            "open_pages": here.recorded.open_pages(num) if cell.component == "web" else (),
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
        cells=cells,
        before=order[at - 1] if at else None,
        after=order[at + 1] if at + 1 < len(order) else None,
        open_count=sum(item["ruling"] is None for item in pages),
    )


@blueprint.get("/findings")
def findings() -> str:
    """Groups of findings to look through."""
    here = desk()
    words, only_open = request.args.get("q", "").strip().lower(), "open" in request.args
    done = _done_by_group()
    listed = [
        group
        for group in here.view.groups
        if (not only_open or done.get(group.key, 0) < group.findings)
        and all(word in _group_text(group) for word in words.split())
    ]
    page = max(1, request.args.get("page", 1, type=int))
    return render_template(
        "web/findings.html",
        groups=listed[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        total=len(listed),
        page=page,
        last=max(1, -(-len(listed) // PAGE_SIZE)),
        done=done,
        words=words,
        only_open=only_open,
        section=section_of_group,
    )


@blueprint.get("/group/<key>")
def group(key: str) -> str:
    """The findings of one group with their verdicts."""
    here = desk()
    found = next((each for each in here.view.groups if each.key == key), None)
    if found is None:
        abort(404)
    distinct = {finding.fingerprint: finding for finding in reversed(list(here.view.findings(group=key)))}
    listed = list(reversed(distinct.values()))
    page = max(1, request.args.get("page", 1, type=int))
    shown = [
        {
            "finding": finding,
            "target": here.view.target_by_id[finding.target_id],
            "ruling": here.recorded.rulings.get(("finding", finding.fingerprint, "")),
            "stale": _stale(("finding", finding.fingerprint, "")),
            "draft": here.drafts.get(("finding", finding.fingerprint, "")),
        }
        for finding in listed[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    ]
    return render_template(
        "web/group.html",
        group=found,
        section=section_of_group(found),
        shown=shown,
        total=len(listed),
        open_count=sum(("finding", finding.fingerprint, "") not in here.recorded.rulings for finding in listed),
        page=page,
        last=max(1, -(-len(listed) // PAGE_SIZE)),
    )


@blueprint.get("/page/<int:target_id>")
def page(target_id: int) -> str:
    """The kept evidence of one page, and how far its criteria are."""
    here = desk()
    target = here.view.target_by_id.get(target_id)
    if target is None:
        abort(404)
    place = next(place for place, targets in here.recorded.pages.items() if target in targets)
    return render_template(
        "web/page.html",
        target=target,
        place=place,
        sampled=here.recorded.sample is not None and any(each.place == place for each in here.recorded.sample.pages),
        sections=page_evidence(here.view, target_id),
        criteria=[
            (task, here.recorded.ruling("page", task.row.num, place), _stale(("page", task.row.num, place)))
            for task in here.tasks
            if task.row.part == "wcag" and task.cell.component == "web"
        ],
        findings=list(here.view.findings(target_id=target_id)),
        failed=Outcome.FAILED,
    )


@blueprint.get("/profile")
def profile() -> str:
    """Questions about the product."""
    here = desk()
    return render_template(
        "web/profile.html",
        questions=[
            (question, here.recorded.ruling("profile", question.id), here.audit.config.product.profile.get(question.id))
            for question in questions().values()
        ],
    )


@blueprint.get("/report")
def report() -> Response:
    """The draft report as a web page of its own."""
    body = acr_format("html").render(desk().acr)
    answer = Response(body, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-same-origin"
    )
    return answer


@blueprint.get("/file/<sha256>")
def file(sha256: str) -> Response:
    """An attached file, by its hash. Pictures are shown; all else is downloaded, and nothing runs."""
    found = body_of(desk().connection, sha256)
    if found is None:
        abort(404)
    kind, body = found
    answer = Response(body, mimetype=kind)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Content-Disposition"] = f'{"inline" if kind in INLINE else "attachment"}; filename="{sha256[:12]}"'
    return answer


@blueprint.get("/static/<name>")
def static(name: str) -> Response:
    """Style and script, the only two files there are."""
    files = {
        "audit.css": ("text/css", ("html/style.css", "web/audit.css")),
        "audit.js": ("text/javascript", ("web/audit.js",)),
    }
    if name not in files:
        abort(404)
    kind, parts = files[name]
    body = "\n".join((folder() / part).read_text(encoding="utf-8") for part in parts)
    return Response(body, mimetype=kind, headers={"Cache-Control": "no-cache"})


def _reads_fast() -> bool:
    """Whether working out the report, which reads every finding, is quick enough for a page."""
    return sum(group.findings for group in desk().view.groups) <= MANY_FINDINGS


def _stale(about: About) -> str:
    ruling = desk().recorded.rulings.get(about)
    return desk().recorded.stale(ruling.verdict) if ruling else ""


def _done_by_group() -> dict[str, int]:
    """How many findings of each group a person has judged."""
    here = desk()
    rows = here.connection.execute(
        "SELECT g.key AS key, count(*) AS done FROM finding f JOIN finding_group g ON g.id = f.group_id"
        " WHERE g.run_id = ? AND f.fingerprint IN (SELECT key FROM verdict WHERE subject = 'finding' AND signed = 1"
        " AND undone = '') GROUP BY g.key",
        (here.view.id,),
    )
    return {row["key"]: row["done"] for row in rows}


def _triaged() -> tuple[int, int]:
    """Groups judged in full, and groups that bear on a criterion at all."""
    done = _done_by_group()
    counted = [group for group in desk().view.groups if section_of_group(group) is not Section.BEST_PRACTICE]
    return sum(done.get(group.key, 0) >= group.findings for group in counted), len(counted)


def _group_text(group: GroupRow) -> str:
    rule, identity = group.rule, group.example.location.identity
    words = (rule.help, rule.rule, *rule.criteria, identity.role, *identity.landmarks, group.example.message)
    return visible(" ".join(words)).lower()
