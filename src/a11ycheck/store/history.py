"""How runs of an audit file compare in numbers: one line a run, oldest first."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class RunNumbers:
    """A run in numbers. Groups count by their worst outcome; best practice stands apart. `pages`: targets planned and seen.

    `effort` and `targets` are what the run was told; runs of other targets are not comparable.
    """

    id: int
    started: str
    status: str
    tool_version: str
    effort: str
    targets: tuple[str, ...]
    pages: int
    not_audited: int
    partial: int
    violation_groups: int
    violations: int
    review_groups: int
    best_practice_groups: int


def run_numbers(connection: sqlite3.Connection, most: int | None = None) -> tuple[RunNumbers, ...]:
    """The newest `most` runs, or all, oldest first."""
    runs = connection.execute("SELECT * FROM run ORDER BY id DESC LIMIT ?", (-1 if most is None else most,)).fetchall()
    return tuple(_numbers(connection, row) for row in reversed(runs))


def _numbers(connection: sqlite3.Connection, run: sqlite3.Row) -> RunNumbers:
    told = json.loads(run["config"])
    pages = connection.execute(
        "SELECT count(*) AS pages, sum(status = 'not-audited') AS missed, sum(status = 'partial') AS partial"
        " FROM target WHERE run_id = ?",
        (run["id"],),
    ).fetchone()
    groups = connection.execute(
        "SELECT sum(best = 0 AND failed > 0) AS violation_groups, sum((best = 0) * failed) AS violations,"
        " sum(best = 0 AND failed = 0) AS review_groups, sum(best) AS practices FROM"
        " (SELECT min(r.best_practice) AS best, sum(f.outcome = 'failed') AS failed FROM finding f"
        "  JOIN finding_group g ON g.id = f.group_id JOIN rule r ON r.id = f.rule_id WHERE g.run_id = ? GROUP BY g.id)",
        (run["id"],),
    ).fetchone()
    return RunNumbers(
        id=run["id"],
        started=run["started"],
        status=run["status"],
        tool_version=run["tool_version"],
        effort=str(told.get("effort", "")),
        targets=tuple(str(each) for each in told.get("targets", ())),
        pages=pages["pages"],
        not_audited=pages["missed"] or 0,
        partial=pages["partial"] or 0,
        violation_groups=groups["violation_groups"] or 0,
        violations=groups["violations"] or 0,
        review_groups=groups["review_groups"] or 0,
        best_practice_groups=groups["practices"] or 0,
    )
