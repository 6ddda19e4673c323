"""Gives the findings of a result their fingerprint and group, after secrets were taken out of what these are made of."""

from __future__ import annotations

from a11ycheck.findings.fingerprint import fingerprint, group_key
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import CheckOutcome, TargetResult


def identified(result: TargetResult, redactor: Redactor) -> TargetResult:
    """The result with identified findings; other outcomes have no identity."""
    page_key = result.page_key or result.target.page_key
    outcomes = tuple(identified_outcome(outcome, page_key, redactor) for outcome in result.outcomes)
    return result.model_copy(update={"outcomes": outcomes})


def identified_outcome(outcome: CheckOutcome, page_key: str, redactor: Redactor) -> CheckOutcome:
    """One outcome with its identity, where it is a finding. `page_key`: as in `fingerprint`."""
    if not outcome.is_finding:
        return outcome
    clean = redactor.model(outcome)
    return clean.model_copy(update={"fingerprint": fingerprint(clean, page_key), "group": group_key(clean)})
