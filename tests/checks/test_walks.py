from __future__ import annotations

import pytest
from tests.checks.test_hover_content import PLACE

from a11ycheck.checks import walks
from a11ycheck.checks.base import Evidence
from a11ycheck.model import Json, PageFacts, Target


def walk(ended: str) -> Json:
    return {"ended": ended, "stops": [{}, {}], "tabbable": 5}


def test_a_walk_to_the_end_of_the_page_leaves_nothing_open() -> None:
    assert walks.unfinished(walk("page-end")) == ""


@pytest.mark.parametrize(
    ("ended", "reason"), [("limit", "its limit"), ("time", "out of time"), ("trap", "did not leave")]
)
def test_says_why_a_walk_ended_and_how_far_it_came(ended: str, reason: str) -> None:
    told = walks.unfinished(walk(ended))
    assert reason in told
    assert "after 2 of 5 stops" in told


def test_only_controls_that_a_click_did_something_to_were_operated() -> None:
    other = {**PLACE, "selector": "#other"}
    controls = [{"place": PLACE, "effect": {"came": []}}, {"place": other, "effect": None}]
    evidence = Evidence(Target(url="https://a.test/"), PageFacts(), {"widgets": {"controls": controls}})
    assert walks.operated(evidence) == {PLACE["selector"]: controls[0]}


def test_nothing_was_operated_where_nobody_clicked() -> None:
    assert walks.operated(Evidence(Target(url="https://a.test/"), PageFacts(), {})) == {}
