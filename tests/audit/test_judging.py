from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.audit.collecting import Notes, chosen_collectors
from a11ycheck.audit.judging import judged
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Effort, Interact, Outcome, PageFacts, Target, TargetResult, TargetStatus, Visit

RULE = {"help": "Images have a text", "help_url": "", "tags": ["wcag2a", "wcag111"], "act": []}
QUICK = AuditOptions(effort=Effort.QUICK)


def axe(**results: Any) -> dict[str, Any]:
    lists: dict[str, Any] = {name: [] for name in ("violations", "incomplete", "passes", "inapplicable")}
    return {"version": "of this test", "rules": {"image-alt": RULE}, "frames_skipped": 0, **lists, **results}


def judge(notes: Notes, *bounds: str) -> TargetResult:
    chosen = chosen_collectors(Effort.QUICK, Interact.OBSERVE, driving=False)
    facts = PageFacts(settle=bounds)
    realm: Any = SimpleNamespace(axe_source="axe of this test")
    return judged(0, Target(url="https://x.test/"), facts, notes, realm, QUICK, chosen, driving=False)


def test_what_all_collectors_brought_is_judged() -> None:
    result = judge(Notes({"axe": axe(passes=["image-alt"])}))
    assert (result.status, result.reason) == (TargetStatus.AUDITED, "")
    assert [(one.rule, one.outcome) for one in result.outcomes] == [("image-alt", Outcome.PASSED)]
    assert result.shared == {"axe-rules:of this test": {"image-alt": RULE}}


def test_without_axe_a_page_is_not_audited() -> None:
    with pytest.raises(NotAuditedError, match="axe: the page went away") as caught:
        judge(Notes(troubles=[("navigated-away", "axe: the page went away")]))
    assert caught.value.reason == "navigated-away"


@pytest.mark.parametrize(
    ("bounds", "troubles", "reason"),
    [
        ((), [("time", "no time left for dom"), ("collector-failed", "links: broke")], "time"),
        (("blank",), [], "blank"),
        (("dom",), [], "never-quiet"),
        (("same",), [], "same-state"),
        (("dom", "same"), [], "never-quiet"),
        (("dom",), [("time", "no time left for dom")], "time"),
    ],
)
def test_what_was_left_out_makes_it_partial(
    bounds: tuple[str, ...], troubles: list[tuple[str, str]], reason: str
) -> None:
    result = judge(Notes({"axe": axe()}, troubles), *bounds)
    assert (result.status, result.reason) == (TargetStatus.PARTIAL, reason)
    assert all(text in result.message for _, text in troubles)
    assert result.message


@pytest.mark.parametrize("bound", ["fonts", "styles", "answers"])
def test_other_bounds_leave_it_audited(bound: str) -> None:
    assert judge(Notes({"axe": axe()}), bound).status is TargetStatus.AUDITED


def test_a_check_that_breaks_leaves_its_page_audited_in_part(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(evidence: object) -> None:
        raise ZeroDivisionError("of our own")

    monkeypatch.setattr("a11ycheck.checks.page_language.judge", broken)
    [result] = audit_visit(Visit(order=0, url=web.page("/", document("<p>Text"))), chromium, AuditOptions())
    assert (result.status, result.reason) == (TargetStatus.PARTIAL, "check-failed")
    assert "page-language" in result.message
    assert "of our own" in result.message
