"""What a flow's steps may say: one clear locator, one value, something to wait for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from a11ycheck.config import load
from a11ycheck.errors import ConfigError
from a11ycheck.steps import Step

STEP: TypeAdapter[Any] = TypeAdapter(Step)


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ({"action": "click"}, "needs a locator"),
        ({"action": "click", "role": "button", "css": "#x"}, "give one locator, not role and css"),
        ({"action": "click", "name": "Save"}, "name goes with role"),
        ({"action": "click", "text": ""}, "must not be empty"),
        ({"action": "click", "label": "A", "colour": "red"}, "Extra inputs"),
        ({"action": "fill", "label": "User"}, "one of value, secret and totp"),
        ({"action": "fill", "label": "User", "value": "a", "secret": "B"}, "one of value, secret and totp"),
        ({"action": "wait_for"}, "something to wait for"),
        ({"action": "expect"}, "something to wait for"),
        ({"action": "upload", "label": "File", "files": []}, "at least 1 item"),
        ({"action": "audit", "state": ""}, "at least 1 character"),
        ({"action": "clik", "css": "a"}, "does not match any of the expected tags"),
    ],
)
def test_a_step_that_says_too_little_or_too_much_is_refused(step: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        STEP.validate_python(step)


@pytest.mark.parametrize(
    "step",
    [
        {"action": "press", "key": "Escape"},
        {"action": "press", "key": "Enter", "label": "Search"},
        {"action": "wait_for", "network_quiet": True},
        {"action": "wait_for", "url": "*#/inbox", "timeout": 30},
        {"action": "expect", "css": ".spinner", "hidden": True},
        {"action": "fill", "label": "Code", "totp": "APP_TOTP"},
        {"action": "audit", "state": "inbox", "expect": {"role": "heading", "name": "Inbox"}},
    ],
)
def test_a_step_that_is_clear_is_taken(step: dict[str, Any]) -> None:
    assert STEP.validate_python(step).action == step["action"]


def test_a_wrong_step_is_named_by_flow_and_number(tmp_path: Path) -> None:
    file = tmp_path / "a11ycheck.toml"
    file.write_text(
        '[[flow]]\nname = "settings"\nurl = "https://example.com/"\nsteps = [\n'
        '  {action = "goto", url = "/a"},\n  {action = "click", role = "button", css = "b"},\n]\n'
    )
    with pytest.raises(ConfigError, match=r"flow 'settings', step 2 \(click\).*give one locator, not role and css"):
        load(file)


@pytest.mark.parametrize(
    ("flow", "message"),
    [
        ('name = "a"\nurl = "/"', "needs either steps or a file"),
        ('name = "a"\nurl = "/"\nfile = "x.py"\nuses = "b"', "cannot use another flow"),
        (
            'name = "a"\nurl = "/"\nstates = ["x"]\nsteps = [{action = "goto", url = "/"}]',
            "states are for a flow in a file",
        ),
    ],
)
def test_a_flow_that_is_unclear_is_named(tmp_path: Path, flow: str, message: str) -> None:
    file = tmp_path / "a11ycheck.toml"
    file.write_text(f"[[flow]]\n{flow}\n")
    with pytest.raises(ConfigError, match=f"flow 'a'.*{message}"):
        load(file)
