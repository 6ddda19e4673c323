"""Which findings the gate counts: by standard, impact and kind, before suppressions, baseline and budget."""

from __future__ import annotations

from a11ycheck.config import Config
from a11ycheck.model import Outcome
from a11ycheck.standards.mapping import standard_criteria
from a11ycheck.store.rows import FindingRow


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

    def asks_for(self, finding: FindingRow) -> bool:
        """Whether the finding is of a kind that is asked for."""
        if finding.outcome is Outcome.CANT_TELL and not self._config.fail_on_review:
            return False
        return not finding.rule.best_practice or self._config.fail_on_best_practice

    def counts(self, finding: FindingRow) -> bool:
        """Whether the finding counts."""
        if not self.asks_for(finding):
            return False
        if not finding.rule.best_practice and not self._criteria & set(finding.rule.criteria):
            return False
        threshold = self._config.fail_on
        return threshold is None or (finding.impact is not None and finding.impact.rank >= threshold.rank)
