"""Screen-reader scripts: what should be announced on each step, and what a tester heard."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for

from a11ycheck.conformance.screen_reader import Expected, script
from a11ycheck.standards.screen_readers import SILENT, ScreenReader, screen_readers
from a11ycheck.store.rows import TargetRow
from a11ycheck.store.verdicts import AS_EXPECTED, DIFFERS, Verdict, VerdictError, check, save
from a11ycheck.web.answers import NO_NAME, Answer, refuse
from a11ycheck.web.blueprint import About, blueprint
from a11ycheck.web.desk import desk
from a11ycheck.web.given import signed_with
from a11ycheck.web.sample_parts import parts
from a11ycheck.web.security import autosaves


@blueprint.get("/scripts")
def scripts() -> str:
    """The scripts there are: each page of the sample, processes step by step."""
    here = desk()
    done: dict[tuple[str, str], int] = {}
    for (subject, key, place), ruling in here.recorded.rulings.items():
        if subject == "heard" and not here.recorded.stale(ruling.verdict):
            at = (key.partition(":")[0], place)
            done[at] = done.get(at, 0) + 1
    return render_template(
        "web/scripts.html", parts=parts(here.recorded.sample), readers=screen_readers(), done=done, target=_target_of
    )


@blueprint.get("/script/<reader>/<int:target_id>")
def script_page(reader: str, target_id: int) -> str:
    """What one screen reader should announce on one page, with a field each for what was heard."""
    here = desk()
    known, target, place = _found(reader, target_id)
    expected = _expected(target_id)
    items = [
        {
            "expected": each,
            "announcement": _announcement(known, each),
            "states": [state for state in each.states if state not in SILENT],
            "ruling": here.recorded.rulings.get(_about(reader, each, place)),
            "draft": here.drafts.get(_about(reader, each, place)),
        }
        for each in expected or ()
    ]
    return render_template(
        "web/script.html", reader=known, readers=screen_readers(), target=target, place=place, items=items,
        kept=expected is not None, steps=_steps(place), target_of=_target_of, AS_EXPECTED=AS_EXPECTED, DIFFERS=DIFFERS,
    )  # fmt: skip


@blueprint.post("/script/<reader>/<int:target_id>")
def save_script(reader: str, target_id: int) -> Answer:
    """Save what was heard: every thing whose result or text differs from the tester's latest save."""
    here = desk()
    known, target, place = _found(reader, target_id)
    if not here.tester:
        return refuse(NO_NAME, url_for("pages.tester"))
    saved, problem = 0, ""
    for each in _expected(target_id) or ():
        result, text = request.form.get(f"result:{each.key}", ""), request.form.get(f"heard:{each.key}", "").strip()
        about = _about(reader, each, place)
        draft = here.drafts.get(about)
        if (result, text) == ((draft.result, draft.note) if draft else ("", "")):
            continue
        verdict = Verdict(
            "heard", about[1], here.tester, result, place=place, note=text, method="screen reader", url=target.target.url,
            uid=f"{request.form.get('uid', '')[:40]}-{each.key}", **_with(known),
        )  # fmt: skip
        try:
            save(here.connection, check(verdict))
            saved += 1
        except VerdictError as error:
            problem = f"{each.name or each.role}: {error.message}"
    if problem:
        return refuse(problem, request.path)
    if autosaves():
        return {"saved": str(saved), "signed": "yes"}
    flash(f"Saved: {saved} changed." if saved else "Nothing was changed.", "good")
    return redirect(request.path)


def _found(reader: str, target_id: int) -> tuple[ScreenReader, TargetRow, str]:
    here = desk()
    known, target = screen_readers().get(reader), here.view.target_by_id.get(target_id)
    if known is None or target is None:
        abort(404)
    return known, target, next(place for place, targets in here.recorded.pages.items() if target in targets)


def _expected(target_id: int) -> tuple[Expected, ...] | None:
    """The script of a page; None where the run kept no accessibility tree."""
    reading = desk().view.evidence_piece(target_id, "reading")
    return None if reading is None else script(reading)


def _announcement(reader: ScreenReader, each: Expected) -> str:
    return reader.announcement(each.role, each.name, states=each.states, description=each.description, level=each.level)


def _about(reader: str, each: Expected, place: str) -> About:
    return ("heard", f"{reader}:{each.key}", place)


def _with(reader: ScreenReader) -> dict[str, Any]:
    """What the tester works with; the screen reader is the one of the script."""
    given = signed_with()
    version = request.form.get("assistive_technology", "").strip() or given["assistive_technology"]
    own = version if reader.name.lower() in version.lower() else f"{reader.name} {version}".strip()
    return given | {"assistive_technology": own[:300]}


def _steps(place: str) -> list[tuple[str, tuple[str, ...]]]:
    sample = desk().recorded.sample
    return [(each.name, each.places) for each in (sample.processes if sample else ()) if place in each.places]


def _target_of(place: str) -> TargetRow | None:
    targets = desk().recorded.pages.get(place, ())
    return targets[0] if targets else None
