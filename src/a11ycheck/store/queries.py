"""Reads a run: targets, findings, groups and what each rule completed. Read only."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from a11ycheck.errors import StoreError
from a11ycheck.model import Impact, Json, Outcome, PageFacts, Target, TargetStatus, Visit
from a11ycheck.store.audit_file import unpack
from a11ycheck.store.finding_rows import FindingRows
from a11ycheck.store.rows import FindingRow, GroupRow, RuleOutcomeRow, RuleResult, RuleRow, Tally, TargetRow

_TEXT_ORDER = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.INAPPLICABLE, Outcome.PASSED)


class RunView:
    """One stored run, for gate, conformance and reporters."""

    def __init__(self, connection: sqlite3.Connection, run_id: int | None = None) -> None:
        """`run_id`: default the newest run. Raises `StoreError` when there is none."""
        self.connection = connection
        where, args = ("WHERE id = ?", (run_id,)) if run_id is not None else ("ORDER BY id DESC LIMIT 1", ())
        row = connection.execute(f"SELECT * FROM run {where}", args).fetchone()
        if row is None:
            raise StoreError(
                "the audit file holds no run" if run_id is None else f"the audit file holds no run {run_id}",
                "Run `a11ycheck scan` first.",
            )
        self.id: int = row["id"]
        self.started: str = row["started"]
        self.finished: str | None = row["finished"]
        self.status: str = row["status"]
        self.tool_version: str = row["tool_version"]
        self.config: dict[str, Json] = json.loads(row["config"])
        self.versions: dict[str, Json] = json.loads(row["versions"])

    @cached_property
    def targets(self) -> tuple[TargetRow, ...]:
        """All targets in plan order."""
        rows = self.connection.execute("SELECT * FROM target WHERE run_id = ? ORDER BY ord, id", (self.id,))
        return tuple(
            TargetRow(
                id=row["id"],
                order=row["ord"],
                target=Target.model_validate_json(row["target"]),
                status=TargetStatus(row["status"]),
                reason=row["reason"],
                message=row["message"],
                facts=PageFacts.model_validate_json(row["facts"]),
                driven=bool(row["driven"]),
                cluster=row["cluster"],
                seconds=row["seconds"],
                page_key=row["page_key"],
            )
            for row in rows
        )

    @cached_property
    def target_by_id(self) -> dict[int, TargetRow]:
        """Targets by their id."""
        return {target.id: target for target in self.targets}

    @cached_property
    def rules(self) -> dict[int, RuleRow]:
        """All rules that gave any outcome in the audit file, by id."""
        return {
            row["id"]: RuleRow(
                id=row["id"],
                check=row["check_id"],
                rule=row["rule"],
                criteria=tuple(json.loads(row["criteria"])),
                best_practice=bool(row["best_practice"]),
                act=tuple(json.loads(row["act"])),
                help=row["help"],
                help_url=row["help_url"],
            )
            for row in self.connection.execute("SELECT * FROM rule")
        }

    @cached_property
    def completed(self) -> dict[tuple[str, str], int]:
        """On how many targets each (check, rule) completed: gave any outcome but `untested`."""
        rows = self.connection.execute(
            "SELECT r.check_id, r.rule, count(DISTINCT t.url || char(10) || t.state) AS n FROM rule_outcome o"
            " JOIN target t ON t.id = o.target_id JOIN rule r ON r.id = o.rule_id"
            " WHERE t.run_id = ? AND o.outcome <> 'untested' GROUP BY r.check_id, r.rule",
            (self.id,),
        )
        return {(row["check_id"], row["rule"]): row["n"] for row in rows}

    @cached_property
    def rule_results(self) -> tuple[RuleResult, ...]:
        """Every rule that gave an outcome in this run, by check and rule, in alphabetical order."""
        found: dict[tuple[str, str], dict[Outcome, tuple[int, int]]] = {}
        rows = self.connection.execute(
            "SELECT r.check_id, r.rule, o.outcome, count(DISTINCT t.url || char(10) || t.state) AS targets, min(r.id) AS rule_id"
            " FROM rule_outcome o JOIN target t ON t.id = o.target_id JOIN rule r ON r.id = o.rule_id"
            " WHERE t.run_id = ? GROUP BY r.check_id, r.rule, o.outcome ORDER BY r.check_id, r.rule",
            (self.id,),
        )
        for row in rows:
            by_outcome = found.setdefault((row["check_id"], row["rule"]), {})
            by_outcome[Outcome(row["outcome"])] = (row["targets"], row["rule_id"])
        return tuple(
            RuleResult(
                rule=self.rules[by_outcome[min(by_outcome, key=_TEXT_ORDER.index)][1]],
                targets={outcome: by_outcome[outcome][0] for outcome in Outcome if outcome in by_outcome},
                completed=self.completed.get(key, 0),
            )
            for key, by_outcome in found.items()
        )

    def rule_outcomes(self, target_id: int | None = None) -> Iterator[RuleOutcomeRow]:
        """Outcomes per rule and target, passes included."""
        where, args = ("AND t.id = ?", (self.id, target_id)) if target_id is not None else ("", (self.id,))
        rows = self.connection.execute(
            "SELECT o.* FROM rule_outcome o JOIN target t ON t.id = o.target_id"
            f" WHERE t.run_id = ? {where} ORDER BY t.ord, t.id, o.rule_id",
            args,
        )
        for row in rows:
            yield RuleOutcomeRow(row["target_id"], self.rules[row["rule_id"]], Outcome(row["outcome"]), row["message"])

    def findings(
        self,
        *,
        target_id: int | None = None,
        group: str | None = None,
        wanted: Callable[[RuleRow, Outcome], bool] | None = None,
    ) -> Iterator[FindingRow]:
        """Findings in plan order, streamed; of one target, one group, or of wanted kinds when asked."""
        where, args = "", [self.id]  # type: tuple[str, list[int | str]]
        if target_id is not None:
            where, args = where + " AND t.id = ?", [*args, target_id]
        if group is not None:
            where, args = where + " AND g.run_id = ? AND g.key = ?", [*args, self.id, group]
        if wanted is not None:
            where += f" AND ({' OR '.join(self._kinds(wanted))})"
        rows = self.connection.execute(
            "SELECT f.*, g.key AS group_key FROM finding f JOIN target t ON t.id = f.target_id"
            f" JOIN finding_group g ON g.id = f.group_id WHERE t.run_id = ? {where} ORDER BY t.ord, t.id, f.id",
            args,
        )
        for row in rows:
            yield self._finding_rows.read(row)

    def _kinds(self, wanted: Callable[[RuleRow, Outcome], bool]) -> Iterator[str]:
        """Conditions in SQL for findings of wanted kinds."""
        for outcome in (Outcome.FAILED, Outcome.CANT_TELL):
            rules = ", ".join(str(key) for key, rule in self.rules.items() if wanted(rule, outcome))
            yield f"(f.outcome = '{outcome}' AND f.rule_id IN ({rules}))"

    def tallies(self) -> Iterator[Tally]:
        """How many findings each rule has on each target."""
        rows = self.connection.execute(
            "SELECT f.target_id, f.rule_id, f.outcome, count(*) AS findings FROM finding f"
            " JOIN target t ON t.id = f.target_id WHERE t.run_id = ? GROUP BY f.target_id, f.rule_id, f.outcome",
            (self.id,),
        )
        for row in rows:
            yield Tally(row["target_id"], self.rules[row["rule_id"]], Outcome(row["outcome"]), row["findings"])

    @cached_property
    def group_targets(self) -> dict[str, frozenset[int]]:
        """The targets on which each group has violations, by group key; groups without any are left out."""
        rows = self.connection.execute(
            "SELECT DISTINCT g.key, f.target_id FROM finding f JOIN finding_group g ON g.id = f.group_id"
            " WHERE g.run_id = ? AND f.outcome = 'failed'",
            (self.id,),
        )
        found: dict[str, set[int]] = {}
        for row in rows:
            found.setdefault(row["key"], set()).add(row["target_id"])
        return {key: frozenset(targets) for key, targets in found.items()}

    @cached_property
    def criteria_completed(self) -> dict[str, frozenset[int]]:
        """The targets on which a rule of a criterion completed, by the criterion's number; best practice is left out."""
        rows = self.connection.execute(
            "SELECT DISTINCT o.target_id, r.criteria FROM rule_outcome o JOIN target t ON t.id = o.target_id"
            " JOIN rule r ON r.id = o.rule_id WHERE t.run_id = ? AND o.outcome <> 'untested' AND r.best_practice = 0",
            (self.id,),
        )
        found: dict[str, set[int]] = {}
        for row in rows:
            for num in json.loads(row["criteria"]):
                found.setdefault(num, set()).add(row["target_id"])
        return {num: frozenset(targets) for num, targets in found.items()}

    @cached_property
    def by_variants(self) -> dict[tuple[str, ...], int]:
        """How many violations and questions show in which variants; a finding counts once, under all its variants."""
        rows = self.connection.execute(
            "SELECT f.variants, t.variant, count(*) AS findings FROM finding f JOIN target t ON t.id = f.target_id"
            " WHERE t.run_id = ? GROUP BY f.variants, t.variant",
            (self.id,),
        )
        found: Counter[tuple[str, ...]] = Counter()
        for row in rows:
            found[tuple(json.loads(row["variants"])) or (row["variant"],)] += row["findings"]
        return dict(found)

    @cached_property
    def groups(self) -> tuple[GroupRow, ...]:
        """Groups, worst first. A group that holds failures and questions counts as failed."""
        rows = self.connection.execute(
            "SELECT g.key AS group_key, count(*) AS findings, count(DISTINCT f.target_id) AS targets,"
            " sum(f.outcome = 'failed') AS failed, group_concat(DISTINCT f.impact) AS impacts,"
            " (SELECT x.id FROM finding x JOIN target t ON t.id = x.target_id WHERE x.group_id = g.id"
            "  ORDER BY x.outcome = 'failed' DESC, t.ord, t.id, x.id LIMIT 1) AS example"
            " FROM finding f JOIN finding_group g ON g.id = f.group_id WHERE g.run_id = ? GROUP BY g.id",
            (self.id,),
        ).fetchall()
        groups = []
        for row in rows:
            found = self.connection.execute(
                "SELECT *, ? AS group_key FROM finding WHERE id = ?", (row["group_key"], row["example"])
            ).fetchone()
            example = self._finding_rows.read(found)
            impacts = [Impact(name) for name in (row["impacts"] or "").split(",") if name]
            groups.append(
                GroupRow(
                    key=row["group_key"],
                    rule=example.rule,
                    outcome=Outcome.FAILED if row["failed"] else Outcome.CANT_TELL,
                    impact=max(impacts, key=lambda impact: impact.rank, default=None),
                    findings=row["findings"],
                    failed=row["failed"],
                    targets=row["targets"],
                    completed=self.completed.get((example.rule.check, example.rule.rule), 0),
                    example=example,
                )
            )
        return tuple(sorted(groups, key=lambda group: (*group.rank, group.rule.rule, group.key)))

    def evidence(self, target_id: int) -> dict[str, Json]:
        """The kept evidence of a target, by collector."""
        rows = self.connection.execute("SELECT collector, body FROM evidence WHERE target_id = ?", (target_id,))
        return {row["collector"]: unpack(row["body"]) for row in rows}

    def evidence_piece(self, target_id: int, collector: str) -> Json:
        """What one collector brought of a target; None where nothing was kept."""
        row = self.connection.execute(
            "SELECT body FROM evidence WHERE target_id = ? AND collector = ?", (target_id, collector)
        ).fetchone()
        return None if row is None else unpack(row["body"])

    def evidence_of(self, collector: str) -> Iterator[tuple[int, Json]]:
        """What one collector brought, by target id in plan order; only where evidence was kept."""
        rows = self.connection.execute(
            "SELECT e.target_id, e.body FROM evidence e JOIN target t ON t.id = e.target_id"
            " WHERE t.run_id = ? AND e.collector = ? ORDER BY t.ord, t.id",
            (self.id, collector),
        )
        for row in rows:
            yield row["target_id"], unpack(row["body"])

    def shared_evidence(self) -> dict[str, Json]:
        """Evidence that is the same for many targets, such as axe's rule table."""
        return {row["key"]: unpack(row["body"]) for row in self.connection.execute("SELECT * FROM shared_evidence")}

    def visits(self, *, pending: bool = False) -> tuple[Visit, ...]:
        """The plan in order; with `pending` what phase 1 has not done yet."""
        rows = self.connection.execute(
            f"SELECT plan FROM visit WHERE run_id = ? {'AND done = 0' if pending else ''} ORDER BY ord", (self.id,)
        )
        return tuple(Visit.model_validate_json(row["plan"]) for row in rows)

    def driven_orders(self) -> frozenset[int]:
        """Plan places whose driving visit is done."""
        rows = self.connection.execute("SELECT ord FROM visit WHERE run_id = ? AND driven = 1", (self.id,))
        return frozenset(row["ord"] for row in rows)

    def status_counts(self) -> Counter[TargetStatus]:
        """How many targets have each status."""
        return Counter(target.status for target in self.targets)

    @cached_property
    def _finding_rows(self) -> FindingRows:
        return FindingRows(self.target_by_id, self.rules)
