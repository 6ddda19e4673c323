"""What people decided, in the audit file: every verdict signed, none overwritten by another person or lost by undo."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal, get_args

from a11ycheck.errors import UsageError
from a11ycheck.store.audit_file import transaction

Subject = Literal["finding", "page", "row", "profile", "heard"]
BARRIER, NOT_A_BARRIER = "barrier", "not-a-barrier"
AS_EXPECTED, DIFFERS = "as-expected", "differs"
RESULTS: Mapping[str, tuple[str, ...]] = {
    "finding": (BARRIER, NOT_A_BARRIER),
    "page": ("passed", "failed", "cantTell", "inapplicable"),
    "row": ("Supports", "Partially Supports", "Does Not Support", "Not Applicable", "Not Evaluated"),
    "profile": ("yes", "no"),
    "heard": (AS_EXPECTED, DIFFERS),
}
"""The results a verdict may have, by subject. The empty result is a note without a verdict yet."""

METHODS = ("inspection", "keyboard", "screen reader", "magnification", "voice control", "code review", "user test")
SEVERITIES = ("", "minor", "moderate", "serious", "critical")
LONGEST_TEXT = 20_000
LONGEST_FIELD = 300
LONGEST_URL = 4_000


class VerdictError(UsageError):
    """A verdict that cannot be recorded as it stands. `field` names what to correct."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message, "")
        self.field = field

    def __reduce__(self) -> tuple[type[VerdictError], tuple[str, str]]:
        """Survive pickling with both arguments."""
        return (type(self), (self.field, self.message))


@dataclass(frozen=True)
class Verdict:
    """One verdict of one tester on one thing.

    `subject` says what `key` and `place` are: a finding's fingerprint; a criterion and a page key; a row and its
    component; a profile question; what a screen reader was expected to say (`conformance.screen_reader`) and a page key.
    `digests`: component digests (of a finding) or skeletons (of a page) as they were then;
    `sample`: digest of the audit sample. `signed` is False for drafts and notes. `settles`: decides a conflict.
    `uid` names one edit: saving it again by the same tester replaces that edit alone. `seq` orders all saves.
    """

    subject: Subject
    key: str
    tester: str
    result: str
    place: str = ""
    signed: bool = True
    note: str = ""
    severity: str = ""
    method: str = ""
    assistive_technology: str = ""
    browser: str = ""
    system: str = ""
    role: str = ""
    product_version: str = ""
    locale: str = ""
    build: str = ""
    url: str = ""
    digests: tuple[str, ...] = ()
    sample: str = ""
    settles: bool = False
    uid: str = ""
    stamp: str = ""
    undone: str = ""
    seq: int = 0

    @property
    def about(self) -> tuple[Subject, str, str]:
        """What the verdict is on."""
        return (self.subject, self.key, self.place)


@dataclass(frozen=True)
class Ruling:
    """The latest verdict on one thing, and the verdicts that differ from it while nobody has settled them."""

    verdict: Verdict
    rivals: tuple[Verdict, ...] = ()


_COLUMNS = tuple(field.name for field in fields(Verdict))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM verdict"


def save(connection: sqlite3.Connection, verdict: Verdict) -> Verdict:
    """Record a verdict and return it as stored; it is on disk when this returns.

    Raises `VerdictError` for an unknown result, a missing name or reason, or an edit that belongs to someone else.
    """
    checked = check(verdict)
    with transaction(connection):
        return _put(connection, replace(checked, stamp=_now(), undone=""))


def save_all(connection: sqlite3.Connection, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Record verdicts that were given at once: all or none, and undone together. Raises as `save` does."""
    batch = uuid.uuid4().hex
    checked = [replace(check(verdict), uid=f"{batch}.{number}") for number, verdict in enumerate(verdicts)]
    with transaction(connection):
        return tuple(_put(connection, replace(verdict, stamp=_now(), undone="")) for verdict in checked)


def check(verdict: Verdict) -> Verdict:
    """The verdict with its texts trimmed. Raises `VerdictError` when it cannot stand."""
    texts = {name: getattr(verdict, name).strip().replace("\r\n", "\n") for name in _TEXTS}
    verdict = replace(verdict, **texts)
    if verdict.subject not in get_args(Subject):
        raise VerdictError("subject", f"There are no verdicts on {verdict.subject!r}.")
    if not verdict.key:
        raise VerdictError("key", "The verdict does not say what it is on.")
    if not verdict.tester:
        raise VerdictError("tester", "Enter your name: a verdict is signed by a named person.")
    if verdict.result not in ("", *RESULTS[verdict.subject]):
        raise VerdictError("result", f"Choose one of: {', '.join(RESULTS[verdict.subject])}.")
    if verdict.result == NOT_A_BARRIER and not verdict.note:
        raise VerdictError("note", "Say why this is not a barrier: without a reason the finding stays.")
    if verdict.result == DIFFERS and not verdict.note:
        raise VerdictError("note", "Write what was heard instead.")
    if verdict.severity not in SEVERITIES:
        raise VerdictError("severity", f"Choose one of: {', '.join(SEVERITIES[1:])}.")
    for name in _TEXTS:
        limit = {"note": LONGEST_TEXT, "url": LONGEST_URL}.get(name, LONGEST_FIELD)
        if len(getattr(verdict, name)) > limit:
            raise VerdictError(name, f"Keep this under {limit:,} characters.")
    return replace(verdict, signed=verdict.signed and bool(verdict.result), uid=verdict.uid or uuid.uuid4().hex)


def undo(connection: sqlite3.Connection, tester: str) -> tuple[Verdict, ...]:
    """Take back the tester's latest save; what stood before stands again. The record stays in the history.

    Returns what was taken back: one verdict, all that were given at once, or none when nothing is left to undo.
    """
    with transaction(connection):
        latest = connection.execute(
            "SELECT uid FROM verdict WHERE tester = ? AND undone = '' ORDER BY seq DESC LIMIT 1", (tester,)
        ).fetchone()
        if latest is None:
            return ()
        batch, dot, _ = latest["uid"].partition(".")
        rows = connection.execute(
            f"{_SELECT} WHERE tester = ? AND undone = ''"
            " AND (uid = ? OR (? <> '' AND substr(uid, 1, ?) = ?)) ORDER BY seq DESC",
            (tester, latest["uid"], dot, len(batch) + 1, batch + dot),
        ).fetchall()
        stamp = _now()
        connection.executemany("UPDATE verdict SET undone = ? WHERE uid = ?", [(stamp, row["uid"]) for row in rows])
        return tuple(replace(_verdict(row), undone=stamp) for row in rows)


def history(connection: sqlite3.Connection, subject: Subject, key: str, place: str = "") -> tuple[Verdict, ...]:
    """All verdicts and drafts on one thing, newest first, undone ones included."""
    rows = connection.execute(
        f"{_SELECT} WHERE subject = ? AND key = ? AND place = ? ORDER BY seq DESC", (subject, key, place)
    )
    return tuple(_verdict(row) for row in rows)


def all_verdicts(connection: sqlite3.Connection) -> tuple[Verdict, ...]:
    """The whole history in the order of saving."""
    return tuple(_verdict(row) for row in connection.execute(f"{_SELECT} ORDER BY seq"))


def drafts(connection: sqlite3.Connection, tester: str) -> dict[tuple[Subject, str, str], Verdict]:
    """A tester's latest save on each thing, signed or not: what a form shows again."""
    rows = connection.execute(f"{_SELECT} WHERE tester = ? AND undone = '' ORDER BY stamp, seq", (tester,))
    return {verdict.about: verdict for verdict in map(_verdict, rows)}


def rulings(connection: sqlite3.Connection) -> dict[tuple[Subject, str, str], Ruling]:
    """What stands on each thing: signed, not undone, the latest of each tester by its date, wherever it was saved.

    Testers who differ are rivals until a verdict that `settles` comes after all of them.
    """
    rows = connection.execute(f"{_SELECT} WHERE signed = 1 AND undone = '' ORDER BY stamp, seq")
    by_thing: dict[tuple[Subject, str, str], dict[str, Verdict]] = {}
    for verdict in map(_verdict, rows):
        latest = by_thing.setdefault(verdict.about, {})
        if verdict.settles:
            latest.clear()
        latest[verdict.tester] = verdict
    return {about: _ruling(latest.values()) for about, latest in by_thing.items()}


def take_in(connection: sqlite3.Connection, verdicts: Iterable[Verdict]) -> tuple[int, int]:
    """Add verdicts of another audit file in their order. Returns how many were new and how many were known already.

    Stamps, names and uids stay. Raises `VerdictError` when a verdict cannot stand; nothing is added then.
    """
    new = known = 0
    with transaction(connection):
        for verdict in verdicts:
            stored = connection.execute(f"{_SELECT} WHERE uid = ?", (verdict.uid,)).fetchone()
            if stored is not None and (stored["stamp"], stored["undone"]) >= (verdict.stamp, verdict.undone):
                known += 1
                continue
            _put(connection, check(verdict))
            new += 1
    return new, known


def changes(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Numbers that change whenever a verdict is saved, taken in or undone, by any connection."""
    row = connection.execute(
        "SELECT coalesce(max(seq), 0), count(*), coalesce(sum(undone <> ''), 0) FROM verdict"
    ).fetchone()
    return tuple(row)


def finding_digests(
    connection: sqlite3.Connection, run_id: int, fingerprint: str | None = None
) -> dict[str, frozenset[str]]:
    """Component digests in a run, by fingerprint: of one, or of all its findings."""
    where, args = ("AND f.fingerprint = ?", (run_id, fingerprint)) if fingerprint is not None else ("", (run_id,))
    rows = connection.execute(
        "SELECT f.fingerprint, json_extract(f.location, '$.identity.digest') AS digest FROM finding f"
        f" JOIN target t ON t.id = f.target_id WHERE t.run_id = ? {where}",
        args,
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["fingerprint"], set()).add(row["digest"] or "")
    return {name: frozenset(digests) for name, digests in found.items()}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _ruling(latest: Iterable[Verdict]) -> Ruling:
    given = tuple(latest)
    if len(given) == 1:
        return Ruling(given[0])
    ordered = sorted(given, key=lambda verdict: (verdict.stamp, verdict.seq), reverse=True)
    return Ruling(ordered[0], tuple(verdict for verdict in ordered[1:] if verdict.result != ordered[0].result))


def _put(connection: sqlite3.Connection, verdict: Verdict) -> Verdict:
    """Insert, or replace the same edit of the same tester on the same thing."""
    seq = int(connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM verdict").fetchone()[0])
    verdict = replace(verdict, seq=seq)
    row = connection.execute(f"{_SELECT} WHERE uid = ?", (verdict.uid,)).fetchone()
    if row is not None:
        stored = _verdict(row)
        if (stored.about, stored.tester) != (verdict.about, verdict.tester):
            raise VerdictError("uid", "This edit belongs to another verdict; load the page again.")
        if stored.undone and not verdict.undone:
            raise VerdictError("uid", "This edit was undone; load the page again to decide anew.")
    values = {name: getattr(verdict, name) for name in _COLUMNS} | {"digests": json.dumps(verdict.digests)}
    connection.execute(
        f"INSERT OR REPLACE INTO verdict ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})",
        values,
    )
    return verdict


def _verdict(row: sqlite3.Row) -> Verdict:
    return _stored(*row)


@lru_cache(maxsize=100_000)
def _stored(*columns: Any) -> Verdict:
    """The verdict of a row; a row of the history is read again and again and seldom changes."""
    values = dict(zip(_COLUMNS, columns, strict=True))
    found = {name: bool(values[name]) for name in ("signed", "settles")}
    return Verdict(**values | found | {"digests": tuple(json.loads(values["digests"]))})


_TEXTS = (
    "tester", "note", "severity", "method", "assistive_technology", "browser", "system", "role", "locale", "build", "url",
)  # fmt: skip
