"""The verdict that a form gives, with what the server alone knows: what it depends on, address, version."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from flask import abort, request

from a11ycheck.store.verdicts import Subject, Verdict, VerdictError, check, finding_digests
from a11ycheck.web.desk import SETUP, desk
from a11ycheck.web.security import autosaves

EVERY_OPEN_PAGE = "*"


def given() -> Verdict:
    """The verdict as the form has it, with what the server alone knows: digests, sample, version."""
    form = request.form
    verdict = Verdict(
        subject=cast(Subject, form.get("subject", "")),
        key=form.get("key", ""),
        place=form.get("place", ""),
        tester=desk().tester,
        result=form.get("result", ""),
        signed=not (autosaves() and form.get("subject") == "row"),
        settles=form.get("settles") == "yes",
        uid=form.get("uid", "")[:64],
        note=form.get("note", ""),
        severity=form.get("severity", ""),
        method=form.get("method", ""),
        **signed_with(),
    )
    return replace(check(verdict), uid=verdict.uid, **_facts(verdict))


def signed_with() -> dict[str, Any]:
    """What the tester worked with, by the form or else by what the tester once entered, and the version of the product."""
    names = (name for name in SETUP if name != "method")
    found: dict[str, Any] = {name: request.form.get(name, desk().setup[name]) for name in names}
    return found | {"product_version": desk().audit.config.product.version}


def _facts(given: Verdict) -> dict[str, Any]:
    """What the verdict depends on. Answers 404 when there is no such thing in this run and edition."""
    here = desk()
    sample = here.recorded.sample.digest if here.recorded.sample else ""
    if given.subject == "finding":
        if given.key.startswith("group:"):
            return {}
        digests = finding_digests(here.connection, here.view.id, given.key).get(given.key)
        if digests is None:
            abort(404)
        return {"digests": tuple(sorted(digests))}
    known = {(task.row.num, task.cell.component) for task in here.tasks}
    if given.subject == "page":
        if (given.key, "web") not in known or here.recorded.sample is None:
            abort(404)
        if given.place == EVERY_OPEN_PAGE:
            return {}
        if given.place not in {page.place for page in here.recorded.sample.pages}:
            abort(404)
        return {"digests": _skeletons(given.place), "sample": sample, "url": _address(given.place)}
    if given.subject == "row" and (given.key, given.place) in known:
        return {"sample": sample}
    return abort(404)


def spread(given: Verdict) -> list[Verdict]:
    """One verdict for each thing that the form is about, all of them checked before any is saved."""
    here = desk()
    if given.subject == "page" and given.place == EVERY_OPEN_PAGE:
        assert here.recorded.sample is not None
        places = [page.place for page in here.recorded.sample.pages]
        found = [
            replace(
                given,
                place=place,
                uid="",
                digests=_skeletons(place),
                sample=here.recorded.sample.digest,
                url=_address(place),
            )
            for place in places
            if here.recorded.ruling("page", given.key, place) is None
        ]
    elif given.subject == "finding" and given.key.startswith("group:"):
        names = dict.fromkeys(f.fingerprint for f in here.view.findings(group=given.key.removeprefix("group:")))
        found = [
            replace(
                given,
                key=name,
                uid="",
                digests=tuple(sorted(finding_digests(here.connection, here.view.id, name)[name])),
            )
            for name in names
            if here.recorded.ruling("finding", name) is None
        ]
    else:
        return [given]
    if not given.result:
        raise VerdictError("result", "Choose a verdict for all of them.")
    if not found:
        raise VerdictError("key", "There is nothing left without a verdict here.")
    return found


def _address(place: str) -> str:
    """The URL that was judged."""
    targets = desk().recorded.pages.get(place, ())
    return targets[0].target.url if targets else ""


def _skeletons(place: str) -> tuple[str, ...]:
    return tuple(sorted({target.facts.skeleton for target in desk().recorded.pages.get(place, ())}))
