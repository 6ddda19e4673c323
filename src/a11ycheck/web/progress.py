"""How far the audit is, and the draft of its report."""

from __future__ import annotations

from flask import Response, render_template, request

from a11ycheck.conformance.agenda import MINUTES_GROUP, CriterionFacts, by_risk
from a11ycheck.conformance.formats import acr_format
from a11ycheck.standards.profile import questions
from a11ycheck.web.blueprint import blueprint, reads_fast
from a11ycheck.web.desk import desk
from a11ycheck.web.triage import triaged_groups


@blueprint.get("/")
def start() -> str:
    """Progress, what is next, what blocks a final report."""
    here = desk()
    triaged, groups = triaged_groups()
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
        blockers=here.acr.blockers if reads_fast() else None,
        unsettled=here.recorded.unsettled(),
    )


@blueprint.get("/finish")
def finish() -> str:
    """What blocks a final report, the answers with their remarks, and the audit as files."""
    here = desk()
    fast = reads_fast() or "blockers" in request.args
    answers = (
        {(each.row.num, answer.component): answer for each in here.acr.proposals for answer in each.answers}
        if fast
        else {}
    )
    rows = []
    for task in here.tasks:
        answer = answers.get((task.row.num, task.cell.component))
        ruling = here.recorded.ruling("row", task.row.num, task.cell.component)
        own = ruling.verdict.note if ruling else ""
        rows.append(
            {
                "task": task,
                "suggested": answer.suggested if answer else None,
                "remarks": own or (" ".join(answer.remarks) if answer else ""),
            }
        )
    return render_template(
        "web/finish.html",
        blockers=here.acr.blockers if fast else None,
        rows=rows if fast else None,
        fast=fast,
        signed=sum(task.state == "signed" for task in here.tasks),
        total=len(here.tasks),
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
