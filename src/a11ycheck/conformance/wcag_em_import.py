"""Takes in an evaluation that W3C's WCAG-EM Report Tool saved: its sample and its results, as verdicts of its evaluator."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from a11ycheck.conformance.recorded import Recorded
from a11ycheck.conformance.wcag_em import OUTCOMES, page_id, standing
from a11ycheck.errors import UsageError
from a11ycheck.model import short_hash
from a11ycheck.standards.wcag import all_criteria
from a11ycheck.store import audit_sample
from a11ycheck.store.audit_sample import SamplePage
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, check, rulings, take_in

_RESULTS = {outcome.partition(":")[2].lower(): result for result, (outcome, _, _) in OUTCOMES.items()}
_NOT_GIVEN = frozenset({"untested", ""})
LARGEST = 50 * 1024 * 1024


@dataclass
class Evaluation:
    """What an import did. `left_out` and `conflicts`: one line each."""

    new: int = 0
    known: int = 0
    left_out: list[str] = field(default_factory=list)
    conflicts: tuple[str, ...] = ()


def read_evaluation(view: RunView, recorded: Recorded, path: Path) -> Evaluation:
    """Take in an evaluation for the pages of a run.

    Results on a page become verdicts of the evaluator with the date they were given, which hold for the page as this run saw
    it; taken in twice, or as this audit itself exported them, they are known.
    Results for the website as a whole, on pages that the run does not have, and on
    criteria that are none are left out and named. Its sample is taken where the audit has none. Raises `UsageError` when the
    file is no such evaluation.
    """
    document = _load(path)
    evaluator = _text(document.get("reportFindings", {}), "evaluator") or "Evaluator of a WCAG-EM report"
    pages = {
        place: SamplePage(place, targets[0].target.url, targets[0].target.state, targets[0].facts.title)
        for place, targets in audit_sample.candidates(view).items()
    }
    names = {name: place for place, page in reversed(pages.items()) for name in (page_id(page), page.url, place)}
    known = Evaluation()
    _take_sample(view, recorded, document, names, evaluator)
    sample = audit_sample.latest(view.connection)
    verdicts = [
        replace(
            verdict, sample=sample.digest if sample else "", url=pages[verdict.place].url,
            digests=tuple(sorted({row.facts.skeleton for row in recorded.pages[verdict.place]})),
        )
        for verdict in _verdicts(document, names, evaluator, known)
    ]  # fmt: skip
    own = {_said(verdict) for _, verdict in standing(recorded)}
    others = [check(verdict) for verdict in verdicts if _said(verdict) not in own]
    known.new, known.known = take_in(view.connection, others)
    known.known += len(verdicts) - len(others)
    known.conflicts = tuple(_conflicts(view.connection, verdicts))
    return known


def _said(verdict: Verdict) -> tuple[object, ...]:
    """What an evaluation tells of a verdict."""
    return (*verdict.about, verdict.result, verdict.tester, verdict.note, _stamp(verdict.stamp))


def _verdicts(document: Any, names: dict[str, str], evaluator: str, known: Evaluation) -> Iterator[Verdict]:
    by_id = {anchor: each.num for each in all_criteria() for _, anchor in (*each.anchors, ("", each.id))}
    for entry in _list(document.get("auditSample")):
        test, subject, result = (_first(entry.get(key)) for key in ("test", "subject", "result"))
        outcome = _id(_first(_of(result).get("outcome"))).rpartition(":")[2].rpartition("#")[2]
        if outcome.lower() in _NOT_GIVEN:
            continue
        num = by_id.get(_id(test).rpartition("#")[2].rpartition(":")[2])
        place = next((names[name] for name in _names(subject) if name in names), None)
        said = f"{num or _id(test) or 'a criterion'} on {next(iter(_names(subject)), 'the website')}"
        if num is None or place is None or outcome.lower() not in _RESULTS:
            what = (
                "no such criterion"
                if num is None
                else "not a page of this run"
                if place is None
                else f"outcome {outcome}"
            )
            known.left_out.append(f"{said}: {what}")
            continue
        note, stamp = _text(result, "description"), _stamp(_text(result, "date") or _text(entry, "date"))
        tester = _text(_first(entry.get("assertedBy")), "title") or evaluator
        found = _RESULTS[outcome.lower()]
        yield Verdict(
            "page", num, tester[:300], found, place=place, note=note, stamp=stamp, method="inspection",
            uid=f"wcag-em-{short_hash(num, place, tester, found, note)}",
        )  # fmt: skip


def _take_sample(view: RunView, recorded: Recorded, document: Any, names: dict[str, str], evaluator: str) -> None:
    if recorded.sample is not None:
        return
    selected = document.get("selectSample", {})
    chosen = {
        why: [names[name] for page in _list(selected.get(key)) for name in list(_names(page))[:1] if name in names]
        for why, key in (("structured", "structuredSample"), ("random", "randomSample"))
    }
    if not any(chosen.values()):
        return
    made = audit_sample.make(view, [*chosen["structured"], *chosen["random"]], seed=0, percent=0)
    drawn = set(chosen["random"]) - set(chosen["structured"])
    pages = tuple(replace(page, why="random") if page.place in drawn else page for page in made.pages)
    audit_sample.store(view.connection, replace(made, pages=pages), evaluator)


def _conflicts(connection: sqlite3.Connection, verdicts: list[Verdict]) -> Iterator[str]:
    found = rulings(connection)
    for verdict in verdicts:
        ruling = found.get(verdict.about)
        if ruling is not None and ruling.rivals:
            said = ", ".join(f"{each.tester}: {each.result}" for each in (ruling.verdict, *ruling.rivals))
            yield f"{' '.join(verdict.about)}: {said}"


def _load(path: Path) -> Any:
    hint = "Name a file that the WCAG-EM Report Tool saved."
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path}: larger than {LARGEST // 1024 // 1024} MB", hint)
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read as JSON: {error}", hint) from error
    if isinstance(document, dict) and "@graph" in document:
        document = next(
            (each for each in _list(document["@graph"]) if isinstance(each, dict) and "auditSample" in each), {}
        )
    if not isinstance(document, dict) or "auditSample" not in document:
        raise UsageError(f"{path}: no evaluation of the WCAG-EM Report Tool", hint)
    return document


def _names(subject: Any) -> Iterator[str]:
    """By what a page may be known: its id, a URL in its description, its title."""
    if _id(subject):
        yield _id(subject)
    for key in ("description", "source", "title"):
        text = _text(subject, key)
        yield from (part.rstrip(",") for part in text.split() if "://" in part)
        if text:
            yield text


def _id(value: Any) -> str:
    found = value if isinstance(value, str) else _of(value).get("id", _of(value).get("@id", ""))
    return found if isinstance(found, str) else ""


def _text(value: Any, key: str) -> str:
    found = _first(_of(value).get(key))
    found = found.get("@value", "") if isinstance(found, dict) else found
    return " ".join(found.split()) if isinstance(found, str) and key != "description" else str(found or "").strip()


def _stamp(text: str) -> str:
    try:
        given = datetime.fromisoformat(text)
        return (given if given.tzinfo else given.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
    except ValueError:
        return datetime.now(UTC).isoformat(timespec="seconds")


def _of(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
