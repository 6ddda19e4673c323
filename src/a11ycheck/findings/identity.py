"""Gives the findings of a result their fingerprint and group, after secrets were taken out of what these are made of."""

from __future__ import annotations

from a11ycheck.findings.fingerprint import fingerprint, group_key
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import CheckOutcome, TargetResult


def identified(result: TargetResult, redactor: Redactor) -> TargetResult:
    """The result freed of secrets, with identified findings; other outcomes have no identity."""
    page_key = result.page_key or result.target.page_key
    clean = redactor.model(result)
    return clean.model_copy(update={"outcomes": tuple(_with_identity(each, page_key) for each in clean.outcomes)})


def identified_outcome(outcome: CheckOutcome, page_key: str, redactor: Redactor) -> CheckOutcome:
    """One outcome freed of secrets, with its identity where it is a finding. `page_key`: as in `fingerprint`."""
    return _with_identity(redactor.model(outcome), page_key)


def _with_identity(outcome: CheckOutcome, page_key: str) -> CheckOutcome:
    if not outcome.is_finding:
        return outcome
    return outcome.model_copy(update={"fingerprint": fingerprint(outcome, page_key), "group": group_key(outcome)})
