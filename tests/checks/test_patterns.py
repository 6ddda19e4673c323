"""Whole pages of widgets through keyboard, pointer and click: what works yields nothing, each barrier is met."""

from __future__ import annotations

import time
from importlib import import_module
from pathlib import Path

from tests.conftest import Web

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.checks.base import Evidence
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Json, Target, Variant

PAGES = Path(__file__).parents[1] / "site" / "patterns"
COLLECTORS = ("keyboard", "hover", "widgets")
CHECKS = (
    "bypass_blocks", "composite_keys", "dialog_focus", "dialog_name", "focus_obscured", "focus_order", "focus_visible",
    "hover_content", "hover_only", "keyboard_operable", "keyboard_trap", "on_focus", "toggle_state",
)  # fmt: skip
Found = set[tuple[str, str, str]]
LEVELS = (Interact.OBSERVE, Interact.OPERATE)


def findings(chromium: BrowserSession, web: Web, name: str) -> tuple[Found, Found]:
    """What is found at `observe` and at `operate`. The pointer does the same at both, and takes its time, so it goes once."""
    url = web.page(f"/{name}.html", (PAGES / f"{name}.html").read_text(encoding="utf-8"))
    hover: dict[str, Json] = {}
    found = []
    for interact in LEVELS:
        collected: dict[str, Json] = {}
        for collector in (import_module(f"a11ycheck.evidence.{name}") for name in COLLECTORS):
            if collector.META.name in hover:
                collected |= hover
                continue
            with chromium.page(Variant(), fresh=True) as opened:
                realm, facts = load(opened, url, chromium.options, untouched=collector.META.needs_untouched)
                hands_off = HandsOff(opened.page, opened.session)
                hands_off.begin(submitting=False)
                until = time.monotonic() + 120
                access = PageAccess(opened.page, realm, Variant(), interact, until, collected, events=hands_off.events)
                collected[collector.META.name] = collector.collect(access)
        hover = {"hover": collected["hover"]}
        evidence = Evidence(Target(url=url), facts, collected)
        checks = [import_module(f"a11ycheck.checks.{check}") for check in CHECKS]
        found.append({
            (outcome.check, outcome.location.selector.rpartition(" > ")[2], outcome.outcome.value)
            for check in checks for outcome in check.judge(evidence) if outcome.location is not None
        })  # fmt: skip
    return found[0], found[1]


def test_patterns_that_work_yield_nothing(chromium: BrowserSession, web: Web) -> None:
    assert findings(chromium, web, "clean") == (set(), set())


def test_each_barrier_is_proven_or_asked_about(chromium: BrowserSession, web: Web) -> None:
    observed, found = findings(chromium, web, "barriers")
    assert {(check, where) for check, where, _ in observed} >= {
        ("keyboard-operable", "#dropdown"),
        ("keyboard-operable", "#go"),
        ("keyboard-operable", "#dressed"),
        ("toggle-state", "#hours"),
        ("hover-content", "#gone"),
    }
    assert found >= {
        ("hover-content", "#fleet", "failed"),
        ("hover-content", "#quota", "failed"),
        ("hover-content", "#gone", "failed"),
        ("hover-only", "#fleet", "failed"),
        ("hover-only", "#quota", "cantTell"),
        ("hover-only", "#pseudo", "cantTell"),
        ("toggle-state", "#hours", "failed"),
        ("toggle-state", "#stale", "failed"),
        ("dialog-focus", "#modal", "failed"),
        ("dialog-focus", "#overlay", "cantTell"),
        ("dialog-name", "#modal", "cantTell"),
        ("dialog-name", "#overlay", "cantTell"),
        ("keyboard-operable", "#dropdown", "failed"),
        ("keyboard-operable", "#go", "failed"),
        ("keyboard-operable", "#dressed", "failed"),
    }
    assert {check for check, _, _ in found} - {check for check, _, outcome in found if outcome == "failed"} == {
        "composite-keys", "dialog-name",
    }  # fmt: skip
