"""The saves of the audit: verdicts, undo, sample, profile, tester. Each is on disk before it is answered."""

from __future__ import annotations

import random
import re
from typing import cast

from flask import abort, flash, redirect, request, session, url_for
from werkzeug.wrappers import Response

from a11ycheck.standards.profile import questions
from a11ycheck.store import attachments, audit_sample
from a11ycheck.store.verdicts import Verdict, VerdictError, save, save_all, undo
from a11ycheck.web.answers import NO_NAME, Answer, back, refuse
from a11ycheck.web.blueprint import blueprint
from a11ycheck.web.desk import SETUP, desk
from a11ycheck.web.given import EVERY_OPEN_PAGE, given, signed_with, spread
from a11ycheck.web.security import autosaves


@blueprint.post("/tester")
def save_tester() -> Response:
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
    return redirect(back(url_for("pages.start")))


@blueprint.post("/verdict")
def save_verdict() -> Answer:
    """Save one verdict, or one for all open pages of a criterion, or for all open findings of a group."""
    if not desk().tester:
        return refuse(NO_NAME, url_for("pages.tester"))
    try:
        new = given()
        files = _files()
        if not (new.result or new.note or files or autosaves()):
            raise VerdictError("result", "Choose a verdict, or write a note. Nothing was saved.")
        found = spread(new)
        saved = save_all(desk().connection, found) if len(found) > 1 else (save(desk().connection, found[0]),)
        _attach(new, files)
    except VerdictError as error:
        return refuse(error.message, back(url_for("pages.start"), refused=True))
    if autosaves():
        return {"saved": saved[0].stamp, "signed": "yes" if saved[0].signed else ""}
    flash(_told(saved), "good")
    return redirect(back(url_for("pages.start")))


@blueprint.post("/attach")
def attach() -> Answer:
    """Attach files to one thing; the verdict on it stays as it is."""
    if not desk().tester:
        return refuse(NO_NAME, url_for("pages.tester"))
    files = _files()
    if not files:
        return refuse("No file was chosen.", back(url_for("pages.start")))
    new = given()
    if new.place == EVERY_OPEN_PAGE or new.key.startswith("group:"):
        abort(404)
    _attach(new, files)
    names = ", ".join(name for name, _ in files)
    if autosaves():
        return {"saved": names, "signed": ""}
    flash(f"Attached: {names}.", "good")
    return redirect(back(url_for("pages.start")))


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
    return redirect(back(url_for("pages.start")))


@blueprint.post("/sample")
def save_sample() -> Response:
    """Fix the sample."""
    if not desk().tester:
        return cast(Response, refuse(NO_NAME, url_for("pages.tester")))
    form = request.form
    seed = form.get("seed", "", type=str).strip()
    made = audit_sample.make(
        desk().view,
        form.getlist("place"),
        _processes(),
        seed=int(seed) if re.fullmatch(r"-?\d{1,15}", seed) else random.SystemRandom().randrange(1_000_000),
        percent=form.get("percent", 10, type=int),
        scope=form.get("scope", "")[:20_000],
    )
    audit_sample.store(desk().connection, made, desk().tester)
    flash(f"The audit sample has {len(made.pages)} pages (seed {made.seed}).", "good")
    return redirect(url_for("pages.sample"))


@blueprint.post("/profile")
def save_profile() -> Response:
    """Sign answers to the product questions: those that were changed, or all that were given."""
    here = desk()
    if not here.tester:
        return cast(Response, refuse(NO_NAME, url_for("pages.tester")))
    count = 0
    for name in questions():
        answer = request.form.get(name, "")
        ruling = here.recorded.ruling("profile", name)
        if not answer or (ruling and ruling.verdict.result == answer and not ruling.rivals):
            continue
        settles = bool(ruling and ruling.rivals)
        save(here.connection, Verdict("profile", name, here.tester, answer, settles=settles, **signed_with()))
        count += 1
    flash(f"Signed {count} answers." if count else "No answer was changed.", "good")
    return redirect(url_for("pages.profile"))


def _processes() -> dict[str, list[str]]:
    """Places by the name of their process: in the order of the configuration where it knows the process, else of the plan."""
    found: dict[str, list[str]] = {}
    for place in audit_sample.candidates(desk().view):
        for name in (" ".join(part.split())[:100] for part in request.form.get(f"process:{place}", "").split(",")):
            if name and place not in found.setdefault(name, []):
                found[name].append(place)
    for process in desk().audit.config.process:
        if process.name in found:
            order = audit_sample.named_places(desk().view, process.states)[0]
            found[process.name].sort(key=lambda place: order.index(place) if place in order else len(order))
    return found


def _files() -> list[tuple[str, bytes]]:
    """The files that were sent, with their names. Raises `UsageError` for a kind that is not taken, before any is kept."""
    found = [(each.filename, each.read()) for each in request.files.getlist("file") if each.filename]
    for _, body in found:
        attachments.kind_of(body)
    return found


def _attach(new: Verdict, files: list[tuple[str, bytes]]) -> None:
    for name, body in files:
        attachments.attach(desk().connection, new.about, name, body, desk().tester)


def _told(saved: tuple[Verdict, ...]) -> str:
    first = saved[0]
    if len(saved) > 1:
        return f"Saved and signed: {first.result} for {len(saved)}."
    if not first.result:
        return "Saved as a note; there is no verdict yet."
    about = {"page": f" on {first.place}", "row": ""}.get(first.subject)
    left = f" That was {first.key}{about}." if "then" in request.form and about is not None else ""
    return f"Saved and signed: {first.result}.{left}"
