"""Flows written in Python: a file with `def flow(page, audit)`, where `audit("state")` audits the page as it stands."""

from __future__ import annotations

import ast
import os
import runpy
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greenlet import greenlet

from a11ycheck.errors import ConfigError

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Failed(Exception):
    """The script raised. `line`: its last line that ran; `reason`: the error in one line."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def named_states(file: Path) -> tuple[str, ...]:
    """The states that a script audits, read from its source without running it: `audit("state")`, in order.

    Raises `ConfigError` when the file cannot be read, has no `flow(page, audit)`, or computes the name of a state.
    """
    flow = _flow_function(file)
    audit = flow.args.args[1].arg
    calls = [
        node
        for node in ast.walk(flow)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == audit
    ]
    states = []
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        state = call.args[0] if call.args else None
        if not (isinstance(state, ast.Constant) and isinstance(state.value, str)):
            raise ConfigError(
                f"{file} line {call.lineno}: the state's name is computed, so it cannot be planned",
                'Give a plain string, or list the states in the configuration: states = ["…"].',
            )
        states.append(state.value)
    return tuple(dict.fromkeys(states))


def script_secrets(file: Path) -> tuple[str, ...]:
    """The values of the environment variables that a script names: they must not be stored."""
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError):
        return ()
    names = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return tuple(os.environ[name] for name in sorted(names) if name and "\0" not in name and os.environ.get(name))


def states(file: Path, page: Page) -> Iterator[str]:
    """Run a script's flow on a page and yield each state when the script asks to audit it; then let it go on.

    The script runs in a greenlet of its own, as Playwright's own callbacks do. Raises `Failed`.
    """
    consumer = greenlet.getcurrent()

    def audit(state: str) -> None:
        consumer.switch(str(state))

    def run() -> None:
        runpy.run_path(str(file))["flow"](page, audit)

    script = greenlet(run)
    try:
        while True:
            state: Any = script.switch()
            if script.dead:
                return
            yield state
    except Exception as error:
        raise _failed(file, error) from None
    finally:
        if not script.dead:
            script.throw()


def _failed(file: Path, error: Exception) -> Failed:
    lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    text = (str(error).strip().splitlines() or [""])[0]
    return Failed(lines[-1] if lines else 0, f"{type(error).__name__}: {text}")


def _flow_function(file: Path) -> ast.FunctionDef:
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError) as error:
        raise ConfigError(f"{file}: the flow cannot be read: {error}", "Check the path and the file.") from None
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "flow" and len(node.args.args) == 2:
            return node
    raise ConfigError(f"{file}: has no function flow(page, audit)", "Write: def flow(page, audit): …")
