"""Joins the runs of shards, each in an audit file of its own, into one run."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from a11ycheck.errors import UsageError
from a11ycheck.model import Json
from a11ycheck.shard import Shard
from a11ycheck.store.audit_file import open_audit_file, transaction
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import now

MERGED = "merged"
_MAY_DIFFER = frozenset(
    (
        "shard", "output_dir", "audit_file", "format", "workers", "executor", "scheduler", "exit_zero", "cache",
        "axe_source", "browser_path", "language", "single_file", "plain",
    )
)  # fmt: skip
_RULE = ("check_id", "rule", "criteria", "best_practice", "act", "help", "help_url")


@dataclass(frozen=True)
class Merged:
    """The run that the shards became. `problems`: sentences on shards that are missing or not done, and what differs."""

    run_id: int
    shards: int
    targets: int
    missing: tuple[Shard, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    path: Path
    view: RunView
    shard: Shard
    plan: Mapping[int, str]
    left: int


def merge(paths: Sequence[Path], into: Path) -> Merged:
    """Write the newest runs of these audit files as one more run of the audit file `into`, which may exist.

    What no shard has done stays planned, so that `scan --resume` does it. Raises `UsageError` when the files are not
    shards of one run: another plan, other options, tool or axe-core, or a shard given twice; `StoreError`.
    """
    if any(path.resolve() == into.resolve() for path in paths):
        raise UsageError(f"{into}: is one of the files to merge", "Name another file with --output.")
    with ExitStack() as opened:
        parts = [_part(path, opened) for path in paths]
        _refuse_strangers(parts)
        connection = opened.enter_context(closing(open_audit_file(into)))
        run_id = _start(connection, parts)
        for part in parts:
            _copy(connection, run_id, part)
        count = parts[0].shard.count
        numbers = {part.shard.number for part in parts}
        missing = tuple(Shard(number, count) for number in range(1, count + 1) if number not in numbers)
        targets = len(RunView(connection, run_id).targets)
        return Merged(run_id, len(parts), targets, missing, tuple(_problems(parts, missing)))


def _part(path: Path, opened: ExitStack) -> _Part:
    view = RunView(opened.enter_context(closing(open_audit_file(path, create=False))))
    if not view.config.get("shard"):
        raise UsageError(
            f"{path}: its newest run is not a shard", "Merge files written by `a11ycheck scan --shard k/n`."
        )
    shard = Shard.parse(view.config["shard"])
    done = view.connection.execute("SELECT ord, plan FROM visit WHERE run_id = ?", (view.id,))
    plan = {row["ord"]: row["plan"] for row in done}
    left = sum(shard.has(visit, visit.url) for visit in view.visits(pending=True))
    return _Part(path, view, shard, plan, left)


def _refuse_strangers(parts: Sequence[_Part]) -> None:
    first = parts[0]
    known: dict[int, Path] = {}
    for part in parts:
        if part.shard.count != first.shard.count:
            raise UsageError(
                f"{part.path} is shard {part.shard}, {first.path} is shard {first.shard}", "Merge one run's."
            )
        if part.shard.number in known:
            raise UsageError(
                f"shard {part.shard} is given twice: {known[part.shard.number]} and {part.path}", "Leave one out."
            )
        known[part.shard.number] = part.path
        if _base_plan(part) != _base_plan(first):
            raise UsageError(
                f"{part.path} planned other pages than {first.path}",
                "Scan the same build with the same targets in every shard, from the same folder.",
            )
        for key in sorted((set(part.view.config) | set(first.view.config)) - _MAY_DIFFER):
            if part.view.config.get(key) != first.view.config.get(key):
                raise UsageError(f"{part.path} was scanned with another {key} than {first.path}", "Scan it again.")
        for what, mine, other in (
            ("a11ycheck", part.view.tool_version, first.view.tool_version),
            ("axe-core", part.view.versions.get("axe"), first.view.versions.get("axe")),
        ):
            if mine != other:
                raise UsageError(f"{part.path} is by {what} {mine}, {first.path} by {other}", "Use one version.")


def _base_plan(part: _Part) -> dict[int, str]:
    """The plan without repeats in other variants, which a shard plans for its own pages alone."""
    return {order: plan for order, plan in part.plan.items() if not json.loads(plan)["repeats"]}


def _problems(parts: Sequence[_Part], missing: Iterable[Shard]) -> Iterable[str]:
    for shard in missing:
        plan = [visit for visit in parts[0].view.visits() if not visit.repeats and shard.has(visit, visit.url)]
        yield f"shard {shard} is missing: {len(plan)} of {len(_base_plan(parts[0]))} visits were not done"
    for part in parts:
        if part.left:
            yield f"shard {part.shard} in {part.path} was not finished: {part.left} visits were not done"
    for key in ("browser", "browser_version"):
        versions = {str(part.view.versions[key]): part.shard for part in parts if part.view.versions.get(key)}
        if len(versions) > 1:
            each = ", ".join(f"{version} in shard {shard}" for version, shard in versions.items())
            yield f"the shards had different browsers: {each}"


def _start(connection: sqlite3.Connection, parts: Sequence[_Part]) -> int:
    views = [part.view for part in parts]
    versions: dict[str, Json] = {}
    for view in views:
        versions |= view.versions
    config = {**views[0].config, "shard": None}
    with transaction(connection):
        cursor = connection.execute(
            "INSERT INTO run (started, finished, status, tool_version, config, versions) VALUES (?, ?, ?, ?, ?, ?)",
            (
                min(view.started for view in views), max(view.finished or now() for view in views), MERGED,
                views[0].tool_version, json.dumps(config, sort_keys=True), json.dumps(versions, sort_keys=True),
            ),
        )  # fmt: skip
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _copy(connection: sqlite3.Connection, run_id: int, part: _Part) -> None:
    """Add a shard's targets, with all that hangs on them. Ids are moved past those that are there."""
    connection.execute("ATTACH DATABASE ? AS part", (str(part.path),))
    try:
        with transaction(connection):
            _copy_rows(connection, run_id, part.view.id)
    finally:
        connection.execute("DETACH DATABASE part")


def _copy_rows(connection: sqlite3.Connection, run_id: int, part_run: int) -> None:
    shift = connection.execute("SELECT coalesce(max(id), 0) FROM target").fetchone()[0]
    names = ", ".join(_RULE)
    same = " AND ".join(f"mine.{name} = theirs.{name}" for name in _RULE)
    connection.execute(f"INSERT OR IGNORE INTO rule ({names}) SELECT {names} FROM part.rule")
    connection.execute("INSERT OR IGNORE INTO shared_evidence SELECT * FROM part.shared_evidence")
    connection.execute(
        "INSERT OR IGNORE INTO finding_group (run_id, key) SELECT ?, key FROM part.finding_group WHERE run_id = ?",
        (run_id, part_run),
    )
    connection.execute("DROP TABLE IF EXISTS temp.rule_of")
    connection.execute(
        "CREATE TEMP TABLE rule_of AS SELECT theirs.id AS old, mine.id AS new"
        f" FROM part.rule theirs JOIN main.rule mine ON {same}"
    )
    rule = "(SELECT new FROM temp.rule_of WHERE old = theirs.rule_id)"
    target = f"theirs.target_id + {shift}"
    group = (
        "(SELECT mine.id FROM part.finding_group was JOIN main.finding_group mine"
        f" ON mine.key = was.key AND mine.run_id = {run_id} WHERE was.id = theirs.group_id)"
    )
    copies: dict[str, dict[str, str]] = {
        "target": {"id": f"theirs.id + {shift}", "run_id": str(run_id)},
        "rule_outcome": {"target_id": target, "rule_id": rule},
        "finding": {"id": "NULL", "target_id": target, "rule_id": rule, "group_id": group},
        "evidence": {"target_id": target},
    }
    for table, changed in copies.items():
        columns = [row["name"] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        values = ", ".join(changed.get(name, f"theirs.{name}") for name in columns)
        of_run = "theirs.run_id = ?" if table == "target" else "t.run_id = ?"
        joined = "" if table == "target" else "JOIN part.target t ON t.id = theirs.target_id"
        order = "theirs.id" if "id" in changed else "theirs.target_id"
        connection.execute(
            f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {values} FROM part.{table} theirs {joined}"
            f" WHERE {of_run} ORDER BY {order}",
            (part_run,),
        )
    connection.execute(
        "INSERT INTO visit (run_id, ord, plan, done, driven)"
        " SELECT ?, ord, plan, done, driven FROM part.visit WHERE run_id = ?"
        " ON CONFLICT (run_id, ord) DO UPDATE SET done = max(done, excluded.done), driven = max(driven, excluded.driven)",
        (run_id, part_run),
    )
