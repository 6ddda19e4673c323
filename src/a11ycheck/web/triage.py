"""Findings to look through: groups, and the places of one group."""

from __future__ import annotations

from flask import abort, render_template, request

from a11ycheck.reporters.wording import Section, section_of_group, visible
from a11ycheck.store.pictures import pictures_of
from a11ycheck.store.rows import GroupRow
from a11ycheck.web.blueprint import PAGE_SIZE, blueprint, stale
from a11ycheck.web.desk import desk
from a11ycheck.web.going_on import Next, around, goes_on


@blueprint.get("/findings")
def findings() -> str:
    """Groups of findings to look through."""
    here = desk()
    words, only_open = request.args.get("q", "").strip().lower(), "open" in request.args
    done = done_by_group()
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
            "stale": stale(("finding", finding.fingerprint, "")),
            "draft": here.drafts.get(("finding", finding.fingerprint, "")),
        }
        for finding in listed[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    ]
    return render_template(
        "web/group.html",
        group=found,
        section=section_of_group(found),
        picture=pictures_of(here.connection, here.view.id).get(key),
        shown=shown,
        total=len(listed),
        open_count=sum(("finding", finding.fingerprint, "") not in here.recorded.rulings for finding in listed),
        page=page,
        last=max(1, -(-len(listed) // PAGE_SIZE)),
        following=_following(key),
        goes_on=goes_on(),
    )


def done_by_group() -> dict[str, int]:
    """How many findings of each group a person has judged."""
    here = desk()
    rows = here.connection.execute(
        "SELECT g.key AS key, count(*) AS done FROM finding f JOIN finding_group g ON g.id = f.group_id"
        " WHERE g.run_id = ? AND f.fingerprint IN (SELECT key FROM verdict WHERE subject = 'finding' AND signed = 1"
        " AND undone = '') GROUP BY g.key",
        (here.view.id,),
    )
    return {row["key"]: row["done"] for row in rows}


def triaged_groups() -> tuple[int, int]:
    """Groups judged in full, and groups that bear on a criterion at all."""
    done = done_by_group()
    counted = [group for group in desk().view.groups if section_of_group(group) is not Section.BEST_PRACTICE]
    return sum(done.get(group.key, 0) >= group.findings for group in counted), len(counted)


def _following(key: str) -> Next | None:
    """The next group that bears on a criterion and is not judged in full; None when there is no other."""
    done = done_by_group()
    found = (
        group.key
        for group in around(desk().view.groups, next(each for each in desk().view.groups if each.key == key))
        if done.get(group.key, 0) < group.findings and section_of_group(group) is not Section.BEST_PRACTICE
    )
    following = next(found, None)
    return Next(f"/group/{following}?go", "the next group") if following else None


def _group_text(group: GroupRow) -> str:
    rule, identity = group.rule, group.example.location.identity
    words = (rule.help, rule.rule, *rule.criteria, identity.role, *identity.landmarks, group.example.message)
    return visible(" ".join(words)).lower()
