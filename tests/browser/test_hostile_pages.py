"""Pages that hide what scripts rely on, or let no script run, are audited all the same."""

from __future__ import annotations

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import ScriptError
from a11ycheck.model import Effort, TargetResult, TargetStatus, Visit


def visit(
    session: BrowserSession, url: str, *, driving: bool = False, effort: Effort = Effort.STANDARD
) -> TargetResult:
    with session.watchdog.limit(60):
        [result] = audit_visit(Visit(order=0, url=url, driving=driving), session, AuditOptions(effort, timeout=60))
    return result


def rules(result: TargetResult) -> list[tuple[str, str]]:
    return [(one.rule, one.location.selector) for one in result.outcomes if one.is_finding and one.location]


@pytest.mark.parametrize("frame", ["src=/inner", "srcdoc='<p>Text<img src=x.png>'"])
def test_a_frame_that_lets_no_script_run_is_audited_too(chromium: BrowserSession, web: Web, frame: str) -> None:
    web.page("/inner", document("<p>Text<img src=x.png>"))
    url = web.page("/page", document(f"<h1>Page</h1><iframe title=Inner sandbox {frame}></iframe>"))
    result = visit(chromium, url, effort=Effort.QUICK)
    assert (result.status, result.message) == (TargetStatus.AUDITED, "")
    [selector] = [selector for rule, selector in rules(result) if rule == "image-alt"]
    assert selector.startswith("iframe >>> ")


def test_a_page_whose_policy_lets_no_script_run_is_audited(chromium: BrowserSession, web: Web) -> None:
    url = web.page(
        "/page", document("<h1>Page</h1><img src=x.png>"), Content_Security_Policy="default-src 'none'; sandbox"
    )
    result = visit(chromium, url)
    assert (result.status, result.message) == (TargetStatus.AUDITED, "")
    assert "image-alt" in dict(rules(result))


@pytest.mark.parametrize("name", ["children", "style", "id"])
def test_fields_that_hide_properties_of_their_form_cost_nothing(chromium: BrowserSession, web: Web, name: str) -> None:
    form = f"<form><label>Count <input name={name}></label><button>Go</button></form>"
    url = web.page("/page", document(f"<h1>Page</h1>{form}<img src=x.png>"))
    for driving in (False, True):
        result = visit(chromium, url, driving=driving)
        assert (result.status, result.message) == (TargetStatus.AUDITED, "")


def test_a_fault_of_a_script_of_ours_costs_its_page_alone(
    chromium: BrowserSession, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*args: object, **named: object) -> None:
        raise ScriptError("TypeError: no\n  at x")

    monkeypatch.setattr("a11ycheck.audit.visit.load", fails)
    result = visit(chromium, web.page("/page", document("text")))
    assert (result.status, result.reason) == (TargetStatus.NOT_AUDITED, "script-failed")
    assert result.message == "a script of a11ycheck failed on this page: TypeError: no"
    monkeypatch.setattr("a11ycheck.audit.visit.load", lambda *args, **named: {}["missing"])
    result = visit(chromium, web.page("/page", document("text")))
    assert (result.status, result.reason) == (TargetStatus.NOT_AUDITED, "own-fault")
    assert "KeyError" in result.message


def test_a_fault_of_a_collector_costs_its_checks_alone(
    chromium: BrowserSession, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.evidence.timing.collect", lambda access: {}["missing"])
    result = visit(chromium, web.page("/page", document("<h1>Page</h1>")))
    assert (result.status, result.reason) == (TargetStatus.PARTIAL, "collector-failed")
    assert "timing: KeyError" in result.message
