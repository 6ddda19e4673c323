"""The gate's decision on a run, and the exit code that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from a11ycheck.config import Config
from a11ycheck.conformance import recorded
from a11ycheck.conformance.verdicts import StoredVerdicts, Verdicts
from a11ycheck.errors import ExitCode
from a11ycheck.gate.baseline import read
from a11ycheck.gate.budget import Account, accounts, covered
from a11ycheck.gate.comparison import Comparison, compare
from a11ycheck.gate.counting import Counting
from a11ycheck.gate.instances import Instance, instances
from a11ycheck.gate.reasons import reasons
from a11ycheck.gate.silencing import Silencing
from a11ycheck.gating import Suppression
from a11ycheck.language import gettext as _
from a11ycheck.language import ngettext
from a11ycheck.model import Outcome, TargetStatus
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow

T = TypeVar("T")


class Standing(StrEnum):
    """What the gate makes of one finding."""

    FAILS = "fails"
    KNOWN = "known"
    WITHIN_BUDGET = "within budget"
    SUPPRESSED = "suppressed"
    ANSWERED = "answered"


@dataclass(frozen=True)
class Failure:
    """A barrier that fails the gate. `why`: why it is new to the baseline; empty without one."""

    instance: Instance
    why: str = ""


@dataclass(frozen=True)
class GateResult:
    """What the gate says. `not_audited`: targets that make the answer unknown, which outranks a failure.

    `standing` is by finding id; findings that do not count are not in it.
    """

    failures: tuple[Failure, ...]
    not_audited: tuple[TargetRow, ...]
    empty: bool
    exit_code: ExitCode
    standing: Mapping[int, Standing] = field(default_factory=dict)
    suppressed_by: Mapping[int, Suppression] = field(default_factory=dict)
    comparison: Comparison | None = None
    accounts: tuple[Account, ...] = ()
    expired: tuple[Suppression, ...] = ()
    unused: tuple[Suppression, ...] = ()

    @property
    def exceeded(self) -> tuple[Account, ...]:
        """Budgets that are overdrawn."""
        return tuple(account for account in self.accounts if account.exceeded)

    @property
    def failed(self) -> bool:
        """Whether anything counts against the gate."""
        return bool(self.failures or self.exceeded or self.expired)

    @property
    def counted(self) -> str:
        """What counts against the gate, such as `2 new findings in 1 group, 1 budget exceeded`."""
        groups = len({failure.instance.example.group for failure in self.failures})
        number = len(self.failures)
        new = (
            ngettext("%(number)s new finding", "%(number)s new findings", number)
            if self.comparison
            else ngettext("%(number)s finding", "%(number)s findings", number)
        )
        within = ngettext("%(number)s group", "%(number)s groups", groups) % {"number": groups}
        parts = [_("%(findings)s in %(groups)s") % {"findings": new % {"number": number}, "groups": within}]
        for many, text in (
            (
                len(self.exceeded),
                ngettext("%(number)s budget exceeded", "%(number)s budgets exceeded", len(self.exceeded)),
            ),
            (
                len(self.expired),
                ngettext("%(number)s suppression expired", "%(number)s suppressions expired", len(self.expired)),
            ),
        ):
            parts += [text % {"number": many}] if many else []
        return ", ".join(parts)

    @property
    def line(self) -> str:
        """The decision in one sentence."""
        if self.empty:
            return _("Nothing was audited.")
        if self.not_audited:
            number = len(self.not_audited)
            text = ngettext(
                "Unknown: %(number)s target could not be audited in full; %(counted)s count against the gate.",
                "Unknown: %(number)s targets could not be audited in full; %(counted)s count against the gate.",
                number,
            )
            return text % {"number": number, "counted": self.counted}
        if self.failed:
            return _("Gate failed: %(counted)s.") % {"counted": self.counted}
        return _("Gate passed: nothing found that counts. This is not conformance.")


def decide(
    view: RunView,
    config: Config,
    problems: tuple[str, ...] = (),
    *,
    today: date | None = None,
    verdicts: Verdicts | None = None,
) -> GateResult:
    """Judge a run. `problems`: what planning could not read. Default: any `failed` finding against the standards fails.

    `today`: for the dates of suppressions. `verdicts`: signed answers that settle findings which need review; by default
    those of the audit file that still hold. Raises `ConfigError` when the configured baseline cannot be used.
    """
    verdicts = verdicts or recorded.read(view, config).verdicts()
    answers = not isinstance(verdicts, StoredVerdicts) or bool(verdicts.findings)
    counting = Counting(config)
    found = list(instances(view, None if config.baseline_file or config.suppress or answers else counting.may_count))
    silencing = Silencing(config.suppress, today or datetime.now(UTC).date())
    suppressed = {one: rule for one in found if (rule := silencing.of(one))}
    answered = {one for one in found if one not in suppressed and _is_answered(one, verdicts)}
    counted = [one for one in found if counting.counts(one.example) and one not in suppressed and one not in answered]
    comparison = compare(read(config.baseline_file), view, found) if config.baseline_file else None
    books = accounts(config.budget, counted)
    if comparison:
        why = reasons(comparison, view)
        new = set(comparison.new)
        failures = [Failure(one, why(one)) for one in counted if one in new]
        passing = Standing.KNOWN
    else:
        within = covered(books)
        failures = [Failure(one) for one in counted if one.example.id not in within]
        passing = Standing.WITHIN_BUDGET
    failing = {failure.instance for failure in failures}
    standing = dict.fromkeys(suppressed, Standing.SUPPRESSED) | dict.fromkeys(answered, Standing.ANSWERED)
    standing |= {one: Standing.FAILS if one in failing else passing for one in counted}
    unknown = tuple(target for target in view.targets if is_unknown(target))
    empty = not any(target.status is not TargetStatus.NOT_AUDITED for target in view.targets)
    result = GateResult(
        tuple(failures), unknown, empty, ExitCode.OK, _by_finding(standing), _by_finding(suppressed), comparison, books,
        silencing.expired, silencing.unused,
    )  # fmt: skip
    code = ExitCode.GATE_FAILED if result.failed and not config.exit_zero else ExitCode.OK
    if empty or unknown or problems:
        code = ExitCode.NOT_AUDITED
    return replace(result, exit_code=code)


def is_unknown(target: TargetRow) -> bool:
    """Not audited, or only in part for a reason that leaves checks undone; never going quiet alone is not one.

    A flow's state that looks as the one before it may never have come, so it is unknown.
    """
    return target.status is TargetStatus.NOT_AUDITED or (
        target.status is TargetStatus.PARTIAL and target.reason != "never-quiet"
    )


def _is_answered(one: Instance, verdicts: Verdicts) -> bool:
    """Whether a signed answer says that what needed review is no barrier."""
    if one.example.outcome is not Outcome.CANT_TELL:
        return False
    verdict = verdicts.on_finding(one.example)
    return verdict is not None and not verdict.barrier


def _by_finding(of: Mapping[Instance, T]) -> dict[int, T]:
    return {finding.id: value for one, value in of.items() for finding in one.findings}
