"""On large pages axe runs in parts: all of them find what one run finds, and a part without an end costs itself alone."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import NotAuditedError
from a11ycheck.evidence import axe, axe_parts
from a11ycheck.model import Effort, Json, Outcome, TargetStatus, Variant, Visit

RULES: dict[str, Json] = {name: {"tags": ["wcag2a"]} for name in ("a", "b", "color-contrast", "region")}
RULES["aaa"] = {"tags": ["wcag2aaa"]}
BODY = (
    "<h1>x</h1><h3>y</h3><img src=x.png><p style='color:#ddd;background:#fff'>pale</p><a href=#></a><iframe title=f></iframe>"
    "<button aria-label='Send'>Post it now</button><p style='color:#777;background:url(x.png)'>over a picture</p>"
)


def found(passed: tuple[str, ...]) -> dict[str, Any]:
    lists: dict[str, Any] = {"violations": [], "incomplete": [], "inapplicable": []}
    return {"version": "1", "passes": list(passed), "frames_skipped": 0, **lists}


def on(options: dict[str, Json]) -> tuple[str, ...]:
    return tuple(name for name in RULES if options["rules"].get(name, {}).get("enabled", True))


def test_slow_rules_run_alone_and_last() -> None:
    assert axe_parts.parts(list(RULES)) == [["a", "b", "aaa"], ["region"], ["color-contrast"]]


def test_a_part_that_ends_the_browser_keeps_what_was_found_and_is_named() -> None:
    def run(options: dict[str, Json]) -> dict[str, Any]:
        if "color-contrast" in on(options):
            raise NotAuditedError("browser-lost", "killed")
        return found(on(options))

    results = axe_parts.run_in_parts(run, RULES, {}, time.monotonic() + 60)
    assert results["passes"] == ["a", "b", "aaa", "region"]
    assert results["unfinished"] == ["color-contrast"]


def test_after_the_deadline_no_part_begins_but_the_first() -> None:
    results = axe_parts.run_in_parts(lambda options: found(on(options)), RULES, {}, time.monotonic() - 1)
    assert results["unfinished"] == ["region", "color-contrast"]


def test_without_a_first_part_the_page_is_not_audited() -> None:
    def run(options: dict[str, Json]) -> dict[str, Any]:
        raise NotAuditedError("browser-lost", "killed")

    with pytest.raises(NotAuditedError):
        axe_parts.run_in_parts(run, RULES, {}, time.monotonic() + 60)


def comparable(results: dict[str, Any]) -> dict[str, Any]:
    rules = {kind: sorted(results[kind], key=lambda rule: rule["id"]) for kind in ("violations", "incomplete")}
    return rules | {kind: sorted(results[kind]) for kind in ("passes", "inapplicable")}


def test_parts_find_what_one_run_finds(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, web.page("/", document(BODY)), chromium.options)
        whole = axe.run(realm)
        in_parts = axe_parts.run_in_parts(
            partial(axe.run, realm), axe.rule_table(realm), axe.OPTIONS, time.monotonic() + 60
        )
    assert whole["violations"]
    assert whole["incomplete"]
    assert comparable(in_parts) == comparable(whole)


def test_a_visit_says_which_rule_had_no_time(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(axe, "LARGE", 1)
    usual = axe.run

    def run(root: Any, options: dict[str, Json]) -> dict[str, Any]:
        if options["rules"].get("color-contrast", {}).get("enabled", True):
            raise NotAuditedError("browser-lost", "killed")
        return usual(root, options)

    monkeypatch.setattr(axe, "run", run)
    url = web.page("/", document("<img src=x.png><p>Text</p>"))
    [result] = audit_visit(Visit(order=0, url=url), chromium, AuditOptions(effort=Effort.QUICK))
    assert (result.status, result.reason, result.message) == (
        TargetStatus.PARTIAL,
        "time",
        "no time left for color-contrast",
    )
    said = {outcome.rule: outcome.outcome for outcome in result.outcomes}
    assert said["image-alt"] is Outcome.FAILED
    assert said["color-contrast"] is Outcome.UNTESTED
    assert "rules" not in result.evidence["axe"]
