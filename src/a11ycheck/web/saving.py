"""The saves of the audit: verdicts, undo, sample, profile, tester. Each is on disk before it is answered."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any, cast

from flask import Blueprint, abort, flash, redirect, request, session, url_for
from werkzeug.wrappers import Response

from a11ycheck.standards.profile import questions
from a11ycheck.store import attachments, audit_sample
from a11ycheck.store.verdicts import Subject, Verdict, VerdictError, check, finding_digests, save, save_all, undo
from a11ycheck.web.desk import SETUP, desk
from a11ycheck.web.security import autosaves

blueprint = Blueprint("saving", __name__)
Answer = Response | dict[str, str] | tuple[dict[str, str], int]
EVERY_OPEN_PAGE = "*"


@blueprint.post("/tester")
def tester() -> Response:
    """Remember who tests, in this browser alone."""
    name = " ".join(request.form.get("tester", "").split())[:100]
    if not name:
        flash("Enter your name: a verdict is signed by a named person.", "bad")
        return redirect(url_for("pages.tester"))
    session.permanent = True
    session["tester"] = name
    for field in SETUP:
        session[field] = request.form.get(field, "").strip()[:300]
    flash(f"You test as {name}.", "good")
    return redirect(_back(url_for("pages.start")))


@blueprint.post("/verdict")
def verdict() -> Answer:
    """Save one verdict, or one for all open pages of a criterion, or for all open findings of a group."""
    if not desk().tester:
        return _refuse("Say who you are first, under Tester. Nothing was saved.", url_for("pages.tester"))
    try:
        given = _given()
        upload = request.files.get("file")
        body = upload.read() if upload is not None and upload.filename else None
        if body is not None:
            attachments.kind_of(body)
        found = _spread(given)
        saved = save_all(desk().connection, found) if len(found) > 1 else (save(desk().connection, found[0]),)
        if upload is not None and body is not None:
            attachments.attach(desk().connection, given.about, upload.filename or "", body, desk().tester)
    except VerdictError as error:
        return _refuse(error.message, _back(url_for("pages.start")))
    if autosaves():
        return {"saved": saved[0].stamp, "signed": "yes" if saved[0].signed else ""}
    flash(_told(saved), "good")
    return redirect(_back(url_for("pages.start")))


@blueprint.post("/undo")
def take_back() -> Response:
    """Undo the tester's latest save."""
    taken = undo(desk().connection, desk().tester) if desk().tester else ()
    if not taken:
        flash("There is nothing of yours to undo.", "bad")
    else:
        latest = taken[0]
        what = f"{latest.key} {latest.place}".strip()
        others = f" and {len(taken) - 1} more given with it" if len(taken) > 1 else ""
        flash(
            f"Undone: {latest.result or 'note'} on {latest.subject} {what}{others}. What stood before stands again.",
            "good",
        )
    return redirect(_back(url_for("pages.start")))


@blueprint.post("/sample")
def sample() -> Response:
    """Fix the sample."""
    if not desk().tester:
        return cast(
            Response, _refuse("Say who you are first, under Tester. Nothing was saved.", url_for("pages.tester"))
        )
    form = request.form
    seed = form.get("seed", "", type=str).strip()
    made = audit_sample.make(
        desk().view,
        form.getlist("place"),
        _processes(),
        seed=int(seed) if seed.lstrip("-").isdigit() else random.SystemRandom().randrange(1_000_000),
        percent=form.get("percent", 10, type=int),
        scope=form.get("scope", "")[:20_000],
    )
    audit_sample.store(desk().connection, made, desk().tester)
    flash(f"The audit sample has {len(made.pages)} pages (seed {made.seed}).", "good")
    return redirect(url_for("pages.sample"))


@blueprint.post("/profile")
def profile() -> Response:
    """Sign answers to the product questions: those that were changed, or all that were given."""
    here = desk()
    if not here.tester:
        return cast(
            Response, _refuse("Say who you are first, under Tester. Nothing was saved.", url_for("pages.tester"))
        )
    count = 0
    for name in questions():
        answer = request.form.get(name, "")
        ruling = here.recorded.ruling("profile", name)
        if not answer or (ruling and ruling.verdict.result == answer and not ruling.rivals):
            continue
        settles = bool(ruling and ruling.rivals)
        save(
            here.connection, Verdict("profile", name, here.tester, answer, settles=settles, product_version=_version())
        )
        count += 1
    flash(f"Signed {count} answers." if count else "No answer was changed.", "good")
    return redirect(url_for("pages.profile"))


def _processes() -> dict[str, list[str]]:
    """Places by the name of their process: in the order of the configuration where it knows the process, else of the plan."""
    found: dict[str, list[str]] = {}
    for field, value in request.form.items():
        if field.startswith("process:"):
            for name in dict.fromkeys(" ".join(part.split())[:100] for part in value.split(",")):
                if name:
                    found.setdefault(name, []).append(field.removeprefix("process:"))
    for process in desk().audit.config.process:
        if process.name in found:
            order = audit_sample.named_places(desk().view, process.states)[0]
            found[process.name].sort(key=lambda place: order.index(place) if place in order else len(order))
    return found


def _given() -> Verdict:
    """The verdict as the form has it, with what the server alone knows: digests, sample, version."""
    form = request.form
    given = Verdict(
        subject=cast(Subject, form.get("subject", "")),
        key=form.get("key", ""),
        place=form.get("place", ""),
        tester=desk().tester,
        result=form.get("result", ""),
        signed=not (autosaves() and form.get("subject") == "row"),
        role=desk().setup["role"],
        product_version=_version(),
        settles=form.get("settles") == "yes",
        uid=form.get("uid", "")[:64],
        note=form.get("note", ""),
        severity=form.get("severity", ""),
        method=form.get("method", ""),
        assistive_technology=form.get("assistive_technology", ""),
        browser=form.get("browser", ""),
        system=form.get("system", ""),
    )
    return replace(check(given), uid=given.uid, **_facts(given))


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
        return {"digests": _skeletons(given.place), "sample": sample}
    if given.subject == "row" and (given.key, given.place) in known:
        return {"sample": sample}
    return abort(404)


def _spread(given: Verdict) -> list[Verdict]:
    """One verdict for each thing that the form is about, all of them checked before any is saved."""
    here = desk()
    if given.subject == "page" and given.place == EVERY_OPEN_PAGE:
        assert here.recorded.sample is not None
        places = [page.place for page in here.recorded.sample.pages]
        found = [
            replace(given, place=place, uid="", digests=_skeletons(place), sample=here.recorded.sample.digest)
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


def _skeletons(place: str) -> tuple[str, ...]:
    return tuple(sorted({target.facts.skeleton for target in desk().recorded.pages.get(place, ())}))


def _version() -> str:
    return desk().audit.config.product.version


def _told(saved: tuple[Verdict, ...]) -> str:
    first = saved[0]
    if len(saved) > 1:
        return f"Saved and signed: {first.result} for {len(saved)}."
    if not first.result:
        return "Saved as a note; there is no verdict yet."
    return f"Saved and signed: {first.result}."


def _refuse(message: str, to: str) -> Answer:
    if autosaves():
        return {"problem": message}, 422
    flash(message, "bad")
    return redirect(to)


def _back(default: str) -> str:
    """Where the form said to go on: a path of this server alone."""
    to = request.form.get("back", "")
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() else default
