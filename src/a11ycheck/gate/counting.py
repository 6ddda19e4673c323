"""Which findings the gate counts: by standard, impact and kind, before suppressions, baseline and budget."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.model import Outcome
from a11ycheck.standards.mapping import standard_criteria
from a11ycheck.store.rows import FindingRow, RuleRow


class Counting:
    """The thresholds of a configuration. Default: any `failed` finding against the standards."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._criteria = {number for name in config.standard for number in standard_criteria(name)}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of findings that are asked for."""
        review = ("needs review",) if self._config.fail_on_review else ()
        return ("violation", *review, *(("best practice",) if self._config.fail_on_best_practice else ()))

    def asks_for(self, rule: RuleRow, outcome: Outcome) -> bool:
        """Whether findings of a rule with an outcome are of a kind that is asked for."""
        if outcome is Outcome.CANT_TELL and not self._config.fail_on_review:
            return False
        return not rule.best_practice or self._config.fail_on_best_practice

    def may_count(self, rule: RuleRow, outcome: Outcome) -> bool:
        """Whether findings of a rule with an outcome count, whose impact is high enough."""
        return self.asks_for(rule, outcome) and (rule.best_practice or bool(self._criteria & set(rule.criteria)))

    def counts(self, finding: FindingRow) -> bool:
        """Whether the finding counts."""
        if not self.may_count(finding.rule, finding.outcome):
            return False
        threshold = self._config.fail_on
        return threshold is None or (finding.impact is not None and finding.impact.rank >= threshold.rank)
