"""Flows as visits: reuse of flows, flows in Python files, and what cannot be planned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.steps import AuditState, Click, Expect, Goto
from a11ycheck.targets.flow import flow_visits

URL = "https://example.com/"
SIGN_IN = {
    "name": "login",
    "url": URL + "login",
    "steps": [
        {"action": "goto", "url": "/form"},
        {"action": "audit", "state": "form", "expect": {"label": "User"}},
        {"action": "audit", "state": "unasserted"},
    ],
}


def flow(**keys: Any) -> dict[str, Any]:
    return {"name": "a", "url": URL, **keys}


def config(*flows: dict[str, Any]) -> Config:
    return Config(flow=flows)  # type: ignore[arg-type]


def test_steps_of_a_used_flow_come_first_and_its_audits_are_only_asserted() -> None:
    steps = [{"action": "click", "text": "Inbox"}, {"action": "audit", "state": "inbox"}]
    login, inbox = flow_visits(config(SIGN_IN, flow(name="inbox", uses="login", steps=steps)), "", 3)
    assert (login.order, [target.state for target in login.targets]) == (3, ["form", "unasserted"])
    assert (inbox.order, [target.state for target in inbox.targets]) == (4, ["inbox"])
    assert inbox.steps == (Goto(url="/form"), Expect(label="User"), Click(text="Inbox"), AuditState(state="inbox"))
    assert inbox.url == URL + "login"


def test_a_flow_that_is_only_used_is_no_visit_of_its_own() -> None:
    helper = flow(name="open", steps=[{"action": "goto", "url": "/x"}])
    visits = flow_visits(config(helper, flow(uses="open", steps=[{"action": "audit", "state": "x"}])), "", 0)
    assert [visit.flow for visit in visits] == ["a"]


@pytest.mark.parametrize(
    ("flows", "message"),
    [
        ([flow(uses="nobody", steps=[{"action": "audit", "state": "x"}])], "unknown flow 'nobody'"),
        (
            [
                flow(uses="b", steps=[{"action": "audit", "state": "x"}]),
                flow(name="b", uses="a", steps=[{"action": "audit", "state": "y"}]),
            ],
            "uses itself through a → b → a",
        ),
        ([flow(steps=[{"action": "audit", "state": "x"}])] * 2, "two flows are named 'a'"),
    ],
)
def test_a_flow_that_cannot_be_put_together_is_named(flows: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        flow_visits(config(*flows), "", 0)


def test_the_states_of_a_python_flow_are_known_without_running_it(tmp_path: Path) -> None:
    file = tmp_path / "way.py"
    file.write_text(
        'def flow(page, audit):\n    audit("first")\n    if page:\n        audit("second")\n    audit("first")\n'
    )
    (visit,) = flow_visits(config(flow(file=str(file))), "", 0)
    assert [target.state for target in visit.targets] == ["first", "second"]
    assert visit.script == str(file)


def test_states_that_a_python_flow_computes_are_listed_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "way.py"
    file.write_text("def flow(page, audit):\n    for name in 'ab':\n        audit(name)\n")
    with pytest.raises(ConfigError, match="line 3: the state's name is computed"):
        flow_visits(config(flow(file=str(file))), "", 0)
    (visit,) = flow_visits(config(flow(file=str(file), states=["a", "b"])), "", 0)
    assert [target.state for target in visit.targets] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read"),
        ("def flow(page:", "cannot be read"),
        ("def other(): pass", r"no function flow\(page, audit\)"),
    ],
)
def test_a_python_flow_that_is_none_is_named(tmp_path: Path, text: str | None, message: str) -> None:
    file = tmp_path / "way.py"
    if text is not None:
        file.write_text(text)
    with pytest.raises(ConfigError, match=message):
        flow_visits(config(flow(file=str(file))), "", 0)
