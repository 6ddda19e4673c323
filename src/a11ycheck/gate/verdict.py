"""The gate's decision on a run, and the exit code that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.config import Config
from a11ycheck.errors import ExitCode
from a11ycheck.model import Outcome, TargetStatus
from a11ycheck.standards.mapping import standard_criteria
from a11ycheck.store.queries import GroupRow, RunView, TargetRow


@dataclass(frozen=True)
class GateResult:
    """What the gate says. `not_audited`: targets that make the answer unknown, which outranks a failure."""

    failing: tuple[GroupRow, ...]
    not_audited: tuple[TargetRow, ...]
    empty: bool
    exit_code: ExitCode

    @property
    def line(self) -> str:
        """The decision in one sentence."""
        if self.empty:
            return "Nothing was audited."
        found = sum(group.findings for group in self.failing)
        failed = f"{found} finding{'s' * (found != 1)} in {len(self.failing)} group{'s' * (len(self.failing) != 1)}"
        if self.not_audited:
            count = len(self.not_audited)
            return f"Unknown: {count} target{'s' * (count != 1)} could not be audited in full; {failed} count against the gate."
        return (
            f"Gate failed: {failed}."
            if self.failing
            else "Gate passed: nothing found that counts. This is not conformance."
        )


def decide(view: RunView, config: Config, problems: tuple[str, ...] = ()) -> GateResult:
    """Judge a run. `problems`: what planning could not read. Default: any `failed` finding against the standards fails."""
    counted = {number for name in config.standard for number in standard_criteria(name)}
    failing = tuple(group for group in view.groups if _counts(group, counted, config))
    unknown = tuple(target for target in view.targets if is_unknown(target))
    empty = not any(target.status is not TargetStatus.NOT_AUDITED for target in view.targets)
    if empty or unknown or problems:
        code = ExitCode.NOT_AUDITED
    elif failing:
        code = ExitCode.OK if config.exit_zero else ExitCode.GATE_FAILED
    else:
        code = ExitCode.OK
    return GateResult(failing, unknown, empty, code)


def is_unknown(target: TargetRow) -> bool:
    """Not audited, or only in part for a reason that leaves checks undone; never going quiet alone is not one."""
    return target.status is TargetStatus.NOT_AUDITED or (
        target.status is TargetStatus.PARTIAL and target.reason != "never-quiet"
    )


def _counts(group: GroupRow, counted: set[str], config: Config) -> bool:
    if group.outcome is Outcome.CANT_TELL and not config.fail_on_review:
        return False
    if group.rule.best_practice:
        if not config.fail_on_best_practice:
            return False
    elif not counted & set(group.rule.criteria):
        return False
    return config.fail_on is None or (group.impact is not None and group.impact.rank >= config.fail_on.rank)
