"""Writes a run: its plan first, then each target as it completes, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from a11ycheck import __version__
from a11ycheck.findings.superseded import FAMILIES, Said, said, superseded
from a11ycheck.model import CheckOutcome, Json, Outcome, TargetResult, Visit
from a11ycheck.store.audit_file import pack, transaction
from a11ycheck.store.variants import merge_variants

ALWAYS_KEPT = ("claims", "links", "summary")
"""Evidence that a resumed crawl, the inventory of documents, checks across pages and the comparison of claims need."""

_OF_THEIR_OWN = {"selector", "html"}
"""Parts of a location that have columns."""


class RunWriter:
    """The one writer of a run; the parent process alone holds it."""

    def __init__(self, connection: sqlite3.Connection, run_id: int) -> None:
        self.connection = connection
        self.run_id = run_id
        self._rules: dict[tuple[object, ...], int] = {}
        self._groups: dict[str, int] = {}
        self._shared: set[str] = set()

    @classmethod
    def start(cls, connection: sqlite3.Connection, config: Mapping[str, Json]) -> RunWriter:
        """Begin a run. `config`: what it was told, without secrets, as plain data."""
        with transaction(connection):
            cursor = connection.execute(
                "INSERT INTO run (started, tool_version, config) VALUES (?, ?, ?)",
                (now(), __version__, json.dumps(config, sort_keys=True)),
            )
        assert cursor.lastrowid is not None
        return cls(connection, cursor.lastrowid)

    def add_visits(self, visits: Iterable[Visit]) -> None:
        """Write the plan, so that `--resume` knows what is left. Visits already planned are kept."""
        with self._transaction():
            self.connection.executemany(
                "INSERT OR IGNORE INTO visit (run_id, ord, plan) VALUES (?, ?, ?)",
                [(self.run_id, visit.order, visit.model_dump_json()) for visit in visits],
            )

    def save(self, visit: Visit, results: Iterable[TargetResult], *, keep_evidence: bool) -> None:
        """Write all that one visit brought home, and that the visit is done, in one transaction.

        Results of a driving visit are added to the target's earlier ones.
        """
        self.save_all([(visit, results, keep_evidence)])

    def save_all(self, visits: Iterable[tuple[Visit, Iterable[TargetResult], bool]]) -> None:
        """Write several visits as `save` does, all or none of them: a visit, its results, whether to keep its evidence."""
        with self._transaction():
            for visit, results, keep_evidence in visits:
                for result in results:
                    self._save_target(result, keep_evidence=keep_evidence)
                column = "driven" if visit.driving else "done"
                self.connection.execute(
                    f"UPDATE visit SET {column} = 1 WHERE run_id = ? AND ord = ?", (self.run_id, visit.order)
                )

    def forget(self, orders: Iterable[int]) -> None:
        """Take back the targets of these places in the plan, which turned out to be other names of pages seen before."""
        with self._transaction():
            self.connection.executemany(
                "DELETE FROM target WHERE run_id = ? AND ord = ?", [(self.run_id, order) for order in orders]
            )

    def merge_variants(self) -> None:
        """Make one finding of what several variants of a page show."""
        with self._transaction():
            merge_variants(self.connection, self.run_id)

    def set_cluster(self, clusters: Mapping[int, str]) -> None:
        """Record the page cluster of targets, by target id."""
        with self._transaction():
            self.connection.executemany(
                "UPDATE target SET cluster = ? WHERE id = ?", [(name, key) for key, name in clusters.items()]
            )

    def replace_outcomes(self, check_ids: Iterable[str], outcomes: Mapping[int, Iterable[CheckOutcome]]) -> None:
        """Put these outcomes, by target id, in place of all that these checks gave in this run."""
        with self._transaction():
            for check_id in check_ids:
                for table in ("finding", "rule_outcome"):
                    self.connection.execute(
                        f"DELETE FROM {table} WHERE target_id IN (SELECT id FROM target WHERE run_id = ?)"
                        " AND rule_id IN (SELECT id FROM rule WHERE check_id = ?)",
                        (self.run_id, check_id),
                    )
            for target_id, found in outcomes.items():
                given = tuple(found)
                self._save_outcomes(target_id, given)
                for outcome in given:
                    if outcome.data.get("fault"):
                        self._degrade(target_id, "check-failed", f"{outcome.check}: {outcome.message}", 0.0)

    def finish(self, status: str, versions: Mapping[str, Json]) -> None:
        """Close the run with `complete` or `interrupted` and the versions of what it used."""
        with self._transaction():
            self.connection.execute(
                "UPDATE run SET finished = ?, status = ?, versions = ? WHERE id = ?",
                (now(), status, json.dumps(versions, sort_keys=True), self.run_id),
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Ids that were given in a transaction are forgotten when it is taken back."""
        try:
            with transaction(self.connection):
                yield
        except BaseException:
            self._rules.clear()
            self._groups.clear()
            self._shared.clear()
            raise

    def _save_target(self, result: TargetResult, *, keep_evidence: bool) -> None:
        target = result.target
        key = (self.run_id, result.order, target.url, target.state, target.variant.name)
        row = self.connection.execute(
            "SELECT id FROM target WHERE run_id = ? AND ord = ? AND url = ? AND state = ? AND variant = ?", key
        ).fetchone()
        if row is None:
            cursor = self.connection.execute(
                "INSERT INTO target (run_id, ord, url, state, variant, page_key, status, reason, message, facts,"
                " target, driven, seconds) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    *key, result.page_key or target.page_key, result.status, result.reason, result.message,
                    result.facts.model_dump_json(), target.model_dump_json(), result.driving, result.seconds,
                ),
            )  # fmt: skip
            assert cursor.lastrowid is not None
            target_id = cursor.lastrowid
        else:
            target_id = int(row["id"])
            self._merge_status(target_id, result)
        outcomes = result.outcomes if row is None else self._answering(target_id, result.outcomes)
        self._save_outcomes(target_id, tuple(outcomes))
        for name in result.shared.keys() - self._shared:
            self.connection.execute(
                "INSERT OR IGNORE INTO shared_evidence (key, body) VALUES (?, ?)", (name, pack(result.shared[name]))
            )
            self._shared.add(name)
        self.connection.executemany(
            "INSERT OR REPLACE INTO evidence (target_id, collector, body) VALUES (?, ?, ?)",
            [
                (target_id, name, pack(data))
                for name, data in result.evidence.items()
                if keep_evidence or name in ALWAYS_KEPT
            ],
        )

    def _answering(self, target_id: int, outcomes: tuple[CheckOutcome, ...]) -> tuple[CheckOutcome, ...]:
        """Take back earlier findings of the target that these outcomes answer; returns those not answered before."""
        rules = [rule for family in FAMILIES for rule in family]
        rows = self.connection.execute(
            "SELECT f.id, f.rule_id, r.rule, f.outcome, f.selector FROM finding f JOIN rule r ON r.id = f.rule_id"
            f" WHERE f.target_id = ? AND r.rule IN ({', '.join('?' * len(rules))})",
            (target_id, *rules),
        ).fetchall()
        earlier = [Said(row["rule"], Outcome(row["outcome"]), row["selector"]) for row in rows]
        gone = superseded([*earlier, *map(said, outcomes)])
        taken = [row for index, row in enumerate(rows) if index in gone]
        self.connection.executemany("DELETE FROM finding WHERE id = ?", [(row["id"],) for row in taken])
        for rule_id, outcome in {(row["rule_id"], row["outcome"]) for row in taken}:
            key = (target_id, rule_id, outcome)
            left = self.connection.execute(
                "SELECT 1 FROM finding WHERE target_id = ? AND rule_id = ? AND outcome = ?", key
            ).fetchone()
            if left is None:
                self.connection.execute(
                    "UPDATE OR REPLACE rule_outcome SET outcome = 'passed' WHERE target_id = ? AND rule_id = ? AND outcome = ?",
                    key,
                )
        return tuple(outcome for index, outcome in enumerate(outcomes, len(rows)) if index not in gone)

    def _merge_status(self, target_id: int, result: TargetResult) -> None:
        """A second visit to a target can only make its status worse: what was seen stays, what was not seen is said."""
        if result.status != "not-audited":
            self.connection.execute(
                "UPDATE target SET driven = max(driven, ?) WHERE id = ?", (result.driving, target_id)
            )
        if result.status == "audited":
            self.connection.execute("UPDATE target SET seconds = seconds + ? WHERE id = ?", (result.seconds, target_id))
        else:
            self._degrade(target_id, result.reason, result.message, result.seconds)

    def _degrade(self, target_id: int, reason: str, message: str, seconds: float) -> None:
        """An audited target becomes partial, with the reason."""
        self.connection.execute(
            "UPDATE target SET status = CASE status WHEN 'audited' THEN 'partial' ELSE status END,"
            " reason = ?, message = ?, seconds = seconds + ? WHERE id = ?",
            (reason, message, seconds, target_id),
        )

    def _save_outcomes(self, target_id: int, outcomes: Sequence[CheckOutcome]) -> None:
        rules = [self._rule(outcome) for outcome in outcomes]
        by_rule = {
            (rule, outcome.outcome): "" if outcome.is_finding else outcome.message
            for rule, outcome in zip(rules, outcomes, strict=True)
        }
        self.connection.executemany(
            "INSERT OR REPLACE INTO rule_outcome (target_id, rule_id, outcome, message) VALUES (?, ?, ?, ?)",
            [(target_id, rule, outcome, message) for (rule, outcome), message in by_rule.items()],
        )
        self.connection.executemany(
            "INSERT INTO finding (target_id, rule_id, group_id, outcome, impact, message, fingerprint, selector, html,"
            " location, data) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            [
                self._finding(target_id, rule, outcome)
                for rule, outcome in zip(rules, outcomes, strict=True)
                if outcome.is_finding
            ],
        )

    def _finding(self, target_id: int, rule: int, outcome: CheckOutcome) -> tuple[object, ...]:
        location = outcome.location
        return (
            target_id, rule, self._group(outcome.group), outcome.outcome, outcome.impact, outcome.message,
            outcome.fingerprint, location.selector if location else "", location.html if location else "",
            location.model_dump_json(exclude=_OF_THEIR_OWN) if location else "{}",
            json.dumps(outcome.data, sort_keys=True) if outcome.data else "{}",
        )  # fmt: skip

    def _rule(self, outcome: CheckOutcome) -> int:
        key = (
            outcome.check, outcome.rule, outcome.criteria, outcome.best_practice, outcome.act, outcome.help,
            outcome.help_url,
        )  # fmt: skip
        if key not in self._rules:
            row = (
                *key[:2], json.dumps(outcome.criteria), str(int(outcome.best_practice)), json.dumps(outcome.act), *key[5:]
            )  # fmt: skip
            self.connection.execute(
                "INSERT OR IGNORE INTO rule (check_id, rule, criteria, best_practice, act, help, help_url)"
                " VALUES (?,?,?,?,?,?,?)",
                row,
            )
            found = self.connection.execute(
                "SELECT id FROM rule WHERE check_id=? AND rule=? AND criteria=? AND best_practice=? AND act=?"
                " AND help=? AND help_url=?",
                row,
            ).fetchone()
            self._rules[key] = int(found["id"])
        return self._rules[key]

    def _group(self, key: str) -> int:
        if key not in self._groups:
            self.connection.execute(
                "INSERT OR IGNORE INTO finding_group (run_id, key) VALUES (?, ?)", (self.run_id, key)
            )
            row = self.connection.execute(
                "SELECT id FROM finding_group WHERE run_id = ? AND key = ?", (self.run_id, key)
            ).fetchone()
            self._groups[key] = int(row["id"])
        return self._groups[key]


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
