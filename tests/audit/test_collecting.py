from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError

from a11ycheck.audit.collecting import AuditOptions, Notes, chosen_collectors, collect, first_line
from a11ycheck.errors import NotAuditedError, ScriptError
from a11ycheck.evidence.base import CollectorMeta
from a11ycheck.model import Effort, Interact, Json, Variant


def names(effort: Effort, interact: Interact = Interact.OBSERVE, *, driving: bool, repeated: bool = False) -> set[str]:
    return {one.META.name for one in chosen_collectors(effort, interact, driving=driving, repeated=repeated)}


def noted(brought: Json | Exception, *, seconds: float = 10) -> Notes:
    """What is noted of a collector that brings this home, or raises it."""

    def run(_: object) -> Json:
        if isinstance(brought, Exception):
            raise brought
        return brought

    collector: Any = SimpleNamespace(META=CollectorMeta(name="thing"), collect=run)
    notes, nobody = Notes(), SimpleNamespace()
    collect(collector, nobody, nobody, Variant(), AuditOptions(), time.monotonic() + seconds, notes)  # type: ignore[arg-type]
    return notes


def test_effort_and_interaction_choose_collectors() -> None:
    assert names(Effort.QUICK, driving=False) == {"axe", "links"}
    assert {"axe", "dom"} <= names(Effort.STANDARD, driving=False)
    assert "keyboard" not in names(Effort.THOROUGH, driving=False)
    assert "keyboard" in names(Effort.STANDARD, driving=True)
    assert "press" not in names(Effort.THOROUGH, driving=True)
    assert "press" in names(Effort.THOROUGH, Interact.OPERATE, driving=True)


def test_a_repeat_takes_only_what_can_differ() -> None:
    whole = names(Effort.STANDARD, driving=False)
    repeated = names(Effort.STANDARD, driving=False, repeated=True)
    assert "axe" in repeated
    assert repeated < whole


def test_what_was_brought_is_kept() -> None:
    assert noted({"found": 1}) == Notes({"thing": {"found": 1}})


@pytest.mark.parametrize(
    ("error", "reason", "text"),
    [
        (ScriptError("x is not a function\nat line 2"), "collector-failed", "thing: x is not a function"),
        (NotAuditedError("navigated-away", "the page went away"), "navigated-away", "thing: the page went away"),
        (PlaywrightError("Timeout 20000ms exceeded\nCall log:"), "collector-failed", "thing: Timeout 20000ms exceeded"),
        (KeyError("stops"), "collector-failed", "thing: KeyError: 'stops'"),
    ],
)
def test_a_collector_that_fails_is_told_of(error: Exception, reason: str, text: str) -> None:
    assert noted(error) == Notes({}, [(reason, text)])


def test_a_collector_without_time_is_told_of() -> None:
    assert noted({"found": 1}, seconds=-1) == Notes({}, [("time", "no time left for thing")])


def test_rules_without_time_are_named_and_the_rest_kept() -> None:
    found = {"unfinished": ["color-contrast", "region"]}
    assert noted(found) == Notes({"thing": found}, [("time", "no time left for color-contrast, region")])


def test_the_first_line_of_a_message() -> None:
    assert first_line("one\ntwo") == "one"
