"""Pages of the sample, and test instances: one criterion on one page with all that helps to judge it."""

from __future__ import annotations

from collections import Counter

from flask import abort, render_template, request

from a11ycheck.conformance.screen_reader import CRITERIA
from a11ycheck.evidence.pictures import TALLEST
from a11ycheck.model import Outcome
from a11ycheck.standards.guidance import guidance
from a11ycheck.store.attachments import attachments
from a11ycheck.store.rows import TargetRow
from a11ycheck.store.verdicts import history
from a11ycheck.web.blueprint import About, blueprint, stale
from a11ycheck.web.desk import desk
from a11ycheck.web.going_on import after_instance, goes_on, is_open_instance, way
from a11ycheck.web.page_evidence import evidence_for, page_evidence
from a11ycheck.web.page_pictures import page_picture
from a11ycheck.web.sample_parts import in_order, parts


@blueprint.get("/pages")
def pages() -> str:
    """The pages of the sample with what is done of each."""
    here = desk()
    words = request.args.get("q", "").strip()
    nums = _criteria()
    done = {
        page.place: sum(here.recorded.holds("page", num, page.place) is not None for num in nums)
        for page in in_order(here.recorded.sample)
    }
    found = [
        page.place
        for page in in_order(here.recorded.sample)
        if all(word in f"{page.place} {page.title} {page.state}".lower() for word in words.lower().split())
    ]
    return render_template(
        "web/pages.html",
        parts=parts(here.recorded.sample),
        shown=frozenset(found),
        words=words,
        done=done,
        total=len(nums),
        target=_target_of,
        first=_first_open,
        findings=_finding_counts(),
    )


@blueprint.get("/page/<int:target_id>")
def page(target_id: int) -> str:
    """The kept evidence of one page, and how far its criteria are."""
    here = desk()
    target, place = _found(target_id)
    return render_template(
        "web/page.html",
        target=target,
        place=place,
        sampled=_is_sampled(place),
        sections=page_evidence(here.view, target_id),
        picture=page_picture(here.view, target_id, TALLEST),
        criteria=[
            (task, here.recorded.ruling("page", task.row.num, place), stale(("page", task.row.num, place)))
            for task in here.tasks
            if task.row.part == "wcag" and task.cell.component == "web"
        ],
        findings=list(here.view.findings(target_id=target_id)),
        failed=Outcome.FAILED,
        first=_first_open(place),
    )


@blueprint.get("/test/<num>/<int:target_id>")
def instance(num: str, target_id: int) -> str:
    """One criterion on one page: procedure, outcomes of checks, evidence, verdict."""
    here = desk()
    target, place = _found(target_id)
    nums = _criteria()
    if num not in nums:
        abort(404)
    about: About = ("page", num, place)
    order = [page.place for page in in_order(here.recorded.sample)]
    at = order.index(place) if place in order else -1
    return render_template(
        "web/instance.html",
        row=here.edition.row(num),
        guide=guidance(num),
        target=target,
        place=place,
        sampled=at >= 0,
        step=_step(place),
        item={
            "ruling": here.recorded.rulings.get(about),
            "stale": stale(about),
            "draft": here.drafts.get(about),
            "files": attachments(here.connection, about),
            "history": history(here.connection, "page", num, place),
        },
        findings=[each for each in here.view.findings(target_id=target_id) if num in each.rule.criteria],
        outcomes=sorted(
            {(each.rule.rule, each.outcome) for each in here.view.rule_outcomes(target_id) if num in each.rule.criteria}
        ),
        sections=evidence_for(here.view, num, target_id),
        picture=page_picture(here.view, target_id, TALLEST),
        heard=_heard(place) if num in CRITERIA else None,
        failed=Outcome.FAILED,
        before=nums[nums.index(num) - 1] if nums.index(num) else None,
        after=nums[nums.index(num) + 1] if nums.index(num) + 1 < len(nums) else None,
        page_before=_target_of(order[at - 1]) if at > 0 else None,
        page_after=_target_of(order[at + 1]) if 0 <= at < len(order) - 1 else None,
        way=way(),
        following=after_instance(num, place, nums, way()),
        goes_on=goes_on(),
    )


def _found(target_id: int) -> tuple[TargetRow, str]:
    here = desk()
    target = here.view.target_by_id.get(target_id)
    if target is None:
        abort(404)
    return target, next(place for place, targets in here.recorded.pages.items() if target in targets)


def _criteria() -> list[str]:
    """Criteria that are judged page by page."""
    found = (task.row.num for task in desk().tasks if task.row.part == "wcag" and task.cell.component == "web")
    return list(dict.fromkeys(found))


def _target_of(place: str) -> TargetRow | None:
    targets = desk().recorded.pages.get(place, ())
    return targets[0] if targets else None


def _is_sampled(place: str) -> bool:
    sample = desk().recorded.sample
    return sample is not None and any(page.place == place for page in sample.pages)


def _first_open(place: str) -> str | None:
    """The first criterion that nobody has judged on a page."""
    return next((num for num in _criteria() if is_open_instance(num, place)), None)


def _step(place: str) -> str:
    """Which step of which process a page is."""
    sample = desk().recorded.sample
    return "; ".join(
        f"step {process.places.index(place) + 1} of {len(process.places)} of the process {process.name}"
        for process in (sample.processes if sample else ())
        if place in process.places
    )


def _heard(place: str) -> Counter[str]:
    """What testers heard on a page with screen readers, as counts by result."""
    rulings = desk().recorded.rulings
    return Counter(
        ruling.verdict.result for (subject, _, at), ruling in rulings.items() if subject == "heard" and at == place
    )


def _finding_counts() -> Counter[int]:
    here = desk()
    rows = here.connection.execute(
        "SELECT f.target_id AS id, count(*) AS n FROM finding f JOIN target t ON t.id = f.target_id WHERE t.run_id = ?"
        " GROUP BY f.target_id",
        (here.view.id,),
    )
    return Counter({row["id"]: row["n"] for row in rows})
