"""Whether a run looked again at what a baseline knows: the same check, on the same target and variant, to its end."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from a11ycheck.checks.site import site_checks
from a11ycheck.gate.baseline import Baseline, Entry
from a11ycheck.model import Effort, Outcome, TargetStatus
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow


class Recheck:
    """Answers for one run and one baseline."""

    def __init__(self, view: RunView, baseline: Baseline) -> None:
        self._view = view
        self._effort = Effort(view.config.get("effort", Effort.STANDARD))
        self._axe = str(view.versions.get("axe", ""))
        self._baseline = baseline
        self._outcomes: dict[int, dict[tuple[str, str], set[Outcome]]] = {}
        self._targets: dict[str, list[TargetRow]] = defaultdict(list)
        for target in view.targets:
            self._targets[target.page_key].append(target)

    def reason_not(self, entry: Entry) -> str:
        """Why barriers of this entry, which the run did not find, cannot be called fixed; empty when they can."""
        return self._measured_otherwise(entry) or self._not_completed(entry) or self._not_compared(entry)

    def _measured_otherwise(self, entry: Entry) -> str:
        if self._effort.rank < self._baseline.effort.rank:
            return f"the effort was lower: {self._effort.value}"
        if entry.check == "axe" and self._axe != self._baseline.axe:
            return f"axe-core was another: {self._axe}"
        return ""

    def _not_completed(self, entry: Entry) -> str:
        targets = self._targets.get(entry.page, [])
        if not targets:
            return "the page is not in this run"
        for variant in entry.variants:
            same = [target for target in targets if target.target.variant.name == variant]
            if not same:
                return f"not audited in the variant {variant}"
            for target in same:
                if target.status is TargetStatus.NOT_AUDITED:
                    return "the page could not be audited"
                outcomes = self._of(target).get((entry.check, entry.rule), set())
                if not outcomes or Outcome.UNTESTED in outcomes:
                    return "the check did not complete there"
        return ""

    def _not_compared(self, entry: Entry) -> str:
        """What checks across pages found is fixed only where they had all pages to compare."""
        if entry.check not in {check.META.id for check in site_checks()}:
            return ""
        missing = len(set(self._baseline.pages) - self._audited)
        pages = (
            "1 page that it was compared with is" if missing == 1 else f"{missing} pages that it was compared with are"
        )
        return f"{pages} not in this run" if missing else ""

    @cached_property
    def _audited(self) -> set[str]:
        return {
            page
            for page, targets in self._targets.items()
            if any(target.status is not TargetStatus.NOT_AUDITED for target in targets)
        }

    def _of(self, target: TargetRow) -> dict[tuple[str, str], set[Outcome]]:
        if target.id not in self._outcomes:
            found: dict[tuple[str, str], set[Outcome]] = defaultdict(set)
            for row in self._view.rule_outcomes(target.id):
                found[row.rule.check, row.rule.rule].add(row.outcome)
            self._outcomes[target.id] = found
        return self._outcomes[target.id]
