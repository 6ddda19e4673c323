"""Findings get their identity from what is left once secrets are out."""

from __future__ import annotations

from a11ycheck.findings.fingerprint import fingerprint, group_key
from a11ycheck.findings.identity import identified
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import CheckOutcome, Identity, Location, Outcome, Target, TargetResult, TargetStatus


def result(name: str) -> TargetResult:
    place = Location(selector="a", identity=Identity(role="link", name=name))
    return TargetResult(
        order=0,
        target=Target(url="http://x/"),
        status=TargetStatus.AUDITED,
        outcomes=(
            CheckOutcome(check="axe", rule="link-name", outcome=Outcome.FAILED, location=place),
            CheckOutcome(check="axe", rule="image-alt", outcome=Outcome.PASSED),
        ),
    )


def test_findings_have_an_identity_and_other_outcomes_none() -> None:
    found, passed = identified(result("Home"), Redactor()).outcomes
    assert found.fingerprint == fingerprint(found, Target(url="http://x/").page_key)
    assert found.group == group_key(found)
    assert (passed.fingerprint, passed.group) == ("", "")


def test_a_secret_in_a_name_changes_no_identity() -> None:
    one = identified(result("Token first-secret"), Redactor(["first-secret"])).outcomes[0]
    two = identified(result("Token other-secret"), Redactor(["other-secret"])).outcomes[0]
    assert one.fingerprint == two.fingerprint
