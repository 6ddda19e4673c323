"""Flows written in Python: their states are known beforehand, and they run in turn with the audit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.browser.flow_script import Failed, named_states, script_secrets, states
from a11ycheck.errors import ConfigError

Script = Callable[[str], Path]
PAGE: Any = ["a page"]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    def write(source: str) -> Path:
        file = tmp_path / "flow.py"
        file.write_text(source)
        return file

    return write


def test_states_are_read_without_running_in_their_order_each_once(script: Script) -> None:
    file = script(
        "raise SystemExit\n"
        "def flow(page, check):\n"
        "    for _ in range(2):\n"
        "        check('menu open')\n"
        "    audit('of something else')\n"
        "    check('sent'); check('menu open')\n"
    )
    assert named_states(file) == ("menu open", "sent")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def flow(page, audit):\n  audit(f'row {1}')", "line 2: the state's name is computed"),
        ("def flow(page, audit):\n  audit()", "line 2: the state's name is computed"),
        ("def flow(page): ...", "has no function flow"),
        ("flow = 1", "has no function flow"),
        ("def flow(", "cannot be read"),
    ],
    ids=["computed", "no name", "one argument", "no function", "syntax"],
)
def test_what_cannot_be_planned_is_said_with_file_and_line(script: Script, source: str, said: str) -> None:
    file = script(source)
    with pytest.raises(ConfigError) as caught:
        named_states(file)
    assert said in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_file_that_is_not_there_is_said_and_has_no_secrets(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        named_states(tmp_path / "gone.py")
    assert script_secrets(tmp_path / "gone.py") == ()


def test_variables_that_a_script_names_hold_secrets(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_PASSWORD", "correct horse")
    monkeypatch.setenv("APP_EMPTY", "")
    monkeypatch.setenv("APP_UNUSED", "not named")
    file = script("import os\ndef flow(page, audit):\n  os.environ['APP_PASSWORD'], 'APP_EMPTY', 'a\\0b', ''")
    assert script_secrets(file) == ("correct horse",)


def test_the_script_goes_on_when_the_state_was_audited(script: Script) -> None:
    file = script("def flow(page, audit):\n  audit('one'); page.append('on'); audit('two'); page.append('end')")
    page: Any = []
    seen = []
    for state in states(file, page):
        seen.append((state, tuple(page)))
    assert (seen, page) == ([("one", ()), ("two", ("on",))], ["on", "end"])


def test_an_error_names_the_last_line_of_the_script(script: Script) -> None:
    file = script("def flow(page, audit):\n  audit('one')\n  page.pop(\n    7)\n")
    running = states(file, PAGE)
    assert next(running) == "one"
    with pytest.raises(Failed) as caught:
        next(running)
    assert (caught.value.line, caught.value.reason) == (3, "IndexError: pop index out of range")


def test_a_script_that_is_no_longer_needed_is_ended(script: Script, tmp_path: Path) -> None:
    file = script(f"""
def flow(page, audit):
  try:
    audit('one')
    page.append('never')
  finally:
    open({str(tmp_path / "ended")!r}, 'w').close()
""")
    page: Any = []
    running: Any = states(file, page)
    next(running)
    running.close()
    assert ((tmp_path / "ended").exists(), page) == (True, [])
