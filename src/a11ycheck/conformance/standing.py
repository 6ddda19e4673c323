"""What a finding means for a criterion: which rules can fail one, and what a person said of the place."""

from __future__ import annotations

from enum import StrEnum

from a11ycheck.conformance.verdicts import Verdicts
from a11ycheck.model import Outcome
from a11ycheck.standards.mapping import PROVEN_PRACTICES, axe_rules
from a11ycheck.store.rows import FindingRow, RuleRow

PROVEN_EXPERIMENTAL = frozenset({"label-content-name-mismatch", "css-orientation-lock"})


class Standing(StrEnum):
    """What a finding means for a criterion."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    REVIEW = "review"
    REJECTED = "rejected"


def may_fail(rule: RuleRow) -> bool:
    """Whether a failure by this rule can fail a criterion.

    Best-practice (but for those proven by an ACT rule), experimental, deprecated and review-only rules cannot; two
    experimental axe rules can, since they gave no false failure on the W3C ACT test cases.
    """
    if rule.rule in PROVEN_EXPERIMENTAL:
        return True
    known = axe_rules().get(rule.rule)
    if known is not None and (
        (known.status != "standard" and known.id not in PROVEN_PRACTICES) or known.review_on_fail
    ):
        return False
    return not rule.best_practice


def standing(finding: FindingRow, verdicts: Verdicts) -> Standing:
    """What a finding means, after asking for a person's verdict."""
    verdict = verdicts.on_finding(finding)
    if verdict is not None:
        return Standing.CONFIRMED if verdict.barrier else Standing.REJECTED
    if finding.outcome is Outcome.FAILED and may_fail(finding.rule):
        return Standing.UNCONFIRMED
    return Standing.REVIEW
