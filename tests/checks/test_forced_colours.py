"""What is seen with forced colours is asked about, never failed; what colours have no part in stays as it is."""

from __future__ import annotations

import pytest
from tests.conftest import Web

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.checks.forced_colours import as_evidence
from a11ycheck.model import CheckOutcome, Effort, Outcome, Variant, Visit

FORCED = Variant(forced_colors=True)


def outcome(*criteria: str, result: Outcome = Outcome.FAILED) -> CheckOutcome:
    return CheckOutcome(check="axe", rule="r", outcome=result, criteria=criteria, message="Pale.")


def test_a_failure_about_colours_becomes_a_question() -> None:
    found = as_evidence(outcome("1.4.3"), FORCED)
    assert found.outcome is Outcome.CANT_TELL
    assert "forced colours" in found.message
    assert found.data["forced_colours"] is True


@pytest.mark.parametrize(
    ("found", "variant"),
    [
        (outcome("1.4.3"), Variant()),
        (outcome("1.1.1"), FORCED),
        (outcome("1.4.3", "1.4.4"), FORCED),
        (outcome(), FORCED),
        (outcome("1.4.3", result=Outcome.PASSED), FORCED),
    ],
    ids=["own colours", "no colour", "more than colour", "no criterion", "passed"],
)
def test_all_else_stays(found: CheckOutcome, variant: Variant) -> None:
    assert as_evidence(found, variant) is found


def test_a_page_audited_with_forced_colours(web: Web, chromium: BrowserSession) -> None:
    body = "<p style='forced-color-adjust: none; color: #aaa; background: #fff'>Pale text</p><img src=/chart.png>"
    url = web.page("/", f"<!doctype html><html lang=en><title>Page</title>{body}")
    visit = Visit(order=0, url=url, variant=FORCED)
    [result] = audit_visit(visit, chromium, AuditOptions(effort=Effort.QUICK))
    found = {each.rule: each.outcome for each in result.outcomes if each.is_finding}
    assert found["color-contrast"] is Outcome.CANT_TELL
    assert found["image-alt"] is Outcome.FAILED
