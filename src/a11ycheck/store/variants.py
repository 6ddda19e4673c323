"""Makes one finding of what several variants of a page show: it says in which variants it occurs."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

Key = tuple[str, str, str, str, str, int]


def merge_variants(connection: sqlite3.Connection, run_id: int) -> None:
    """Keep each finding where it was seen first, in plan order, with the names of all variants that show it.

    Findings are the same when page, state, rule, outcome and fingerprint are; equal ones on a page are paired by count. Runs
    inside the caller's transaction and may run again.
    """
    rows = connection.execute(
        "SELECT f.id, f.variants, f.target_id, f.outcome, f.fingerprint, t.url, t.state, t.variant, r.check_id, r.rule"
        " FROM finding f JOIN target t ON t.id = f.target_id JOIN rule r ON r.id = f.rule_id"
        " WHERE t.run_id = ? ORDER BY t.ord, t.id, f.id",
        (run_id,),
    ).fetchall()
    if len({row["variant"] for row in rows}) < 2:
        return
    kept: dict[Key, tuple[int, list[str]]] = {}
    seen: defaultdict[tuple[int, str, str, str, str], int] = defaultdict(int)
    gone: list[tuple[int]] = []
    for row in rows:
        what = (row["check_id"], row["rule"], row["outcome"], row["fingerprint"])
        number = seen[row["target_id"], *what]
        seen[row["target_id"], *what] += 1
        key = (row["url"], row["state"], f"{what[0]} {what[1]}", what[2], what[3], number)
        names = json.loads(row["variants"]) or [row["variant"]]
        if key not in kept:
            kept[key] = (row["id"], names)
            continue
        kept[key][1].extend(name for name in names if name not in kept[key][1])
        gone.append((row["id"],))
    connection.executemany(
        "UPDATE finding SET variants = ? WHERE id = ?", [(json.dumps(names), row_id) for row_id, names in kept.values()]
    )
    connection.executemany("DELETE FROM finding WHERE id = ?", gone)
