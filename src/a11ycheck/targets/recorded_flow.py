"""Turns recorded Playwright code into a flow of the configuration."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.steps import Step
from a11ycheck.targets.recorded_selector import BY_ATTRIBUTE, UnknownLocatorError, only_test_id, plain, selector

PASSWORD = "APP_PASSWORD"
"""The environment variable that takes the place of a password that was typed."""

_STEP: TypeAdapter[Any] = TypeAdapter(Step)
_SIMPLE = {"get_by_label": "label", "get_by_text": "text", "get_by_test_id": "test_id", "locator": "css"}
_SECRET = re.compile(r"pass|secret|token|\bpin\b|\botp\b|one.time", re.IGNORECASE)


def recorded_flow(source: str, name: str) -> tuple[str, int]:
    """The `[[flow]]` in TOML, and how many lines are in it as comments because no step stands for them.

    What was typed into a field that is named like a password is left out: an environment variable takes its place.
    """
    url, steps, unknown = "", list[dict[str, Any] | str](), 0
    for line in _lines(source):
        try:
            step = _step(line)
        except (UnknownLocatorError, ValidationError):
            steps.append(f"# no step for: {_without_values(line)}")
            unknown += 1
            continue
        if step["action"] == "goto" and not url:
            url = step["url"]
        elif step["action"] == "fill" and steps and steps[-1] == _locator_of(step) | {"action": "click"}:
            steps[-1] = step
        elif not steps or steps[-1] != step or step["action"] != "goto":
            steps.append(step)
    steps.append({"action": "audit", "state": name})
    body = "\n".join(f"  {step}" if isinstance(step, str) else f"  {_toml(step)}," for step in steps)
    return f"[[flow]]\nname = {_quoted(name)}\nurl = {_quoted(url)}\nsteps = [\n{body}\n]\n", unknown


def added_flow(file: Path, flow: str, name: str) -> str:
    """The text of a configuration file with a flow at its end. Raises `ConfigError` where that would break the file."""
    if file.name == "pyproject.toml":
        raise ConfigError(f"{file}: a flow goes into a file of its own", "Write it to a11ycheck.toml.")
    if not file.is_file():
        return flow
    text = file.read_text(encoding="utf-8")
    try:
        known = tomllib.loads(text)
        tomllib.loads(f"{text}\n{flow}")
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: no flow can be added: {error}", "Write the flow to another file.") from None
    if any(each.get("name") == name for each in known.get("flow", ())):
        raise ConfigError(f"{file}: has a flow {name!r} already", "Give another name: --name NAME.")
    return f"{text.rstrip()}\n\n{flow}" if text.strip() else flow


def _lines(source: str) -> list[ast.Call]:
    """The calls on the page, in order."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"the recording is no whole program: {error}", "Record again.") from None
    calls = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    on_page = (call for call in calls if re.fullmatch(r"page\d*", _root(call)) and not _closes(call))
    return sorted(on_page, key=lambda call: call.lineno)


def _closes(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "close"


def _root(node: ast.AST) -> str:
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Call):
            node = (
                node.args[0]
                if isinstance(node.func, ast.Name) and node.func.id == "expect" and node.args
                else node.func
            )
        elif isinstance(node, ast.Attribute):
            node = node.value
        else:
            return ""
    return node.id


def _step(call: ast.Call) -> dict[str, Any]:
    if not isinstance(call.func, ast.Attribute):
        raise UnknownLocatorError
    action, values = call.func.attr, [plain(arg) for arg in call.args]
    on = call.func.value
    if action == "goto":
        return {"action": "goto", "url": values[0]}
    if action in ("to_be_visible", "to_be_hidden") and isinstance(on, ast.Call):
        hidden = {"hidden": True} if action == "to_be_hidden" else {}
        return _checked({"action": "expect", **_locator(on.args[0]), **hidden})
    where = _locator(on)
    match action:
        case "click" | "hover" if not call.keywords:
            step = {"action": action, **where}
        case "fill":
            secret = any(_SECRET.search(str(value)) for value in where.values())
            step = {"action": "fill", **where, **({"secret": PASSWORD} if secret else {"value": values[0]})}
        case "press":
            step = {"action": "press", **where, "key": values[0]}
        case "check" | "uncheck":
            step = {"action": "check", **where, **({} if action == "check" else {"checked": False})}
        case "select_option" if isinstance(values[0], str):
            step = {"action": "select", **where, "option": values[0]}
        case "set_input_files":
            files = values[0] if isinstance(values[0], list) else [values[0]]
            step = {"action": "upload", **where, "files": files}
        case _:
            raise UnknownLocatorError
    return _checked(step)


def _locator(node: ast.AST) -> dict[str, Any]:
    """The locator of a step; one that no other key can say (a chain, the second of several) is a selector under `css`."""
    try:
        return _simple_locator(node)
    except UnknownLocatorError:
        return {"css": selector(node)}


def _simple_locator(node: ast.AST) -> dict[str, Any]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        raise UnknownLocatorError
    method, given = node.func.attr, {str(word.arg): plain(word.value) for word in node.keywords}
    first = plain(node.args[0]) if node.args else None
    if set(given) - {"name", "exact"} or not isinstance(first, str):
        raise UnknownLocatorError
    frame = _frame(node.func.value)
    if method == "get_by_role":
        return {"role": first, **given, **frame}
    if method in BY_ATTRIBUTE:
        return {"css": f"[{BY_ATTRIBUTE[method]}={json.dumps(first)}]", **frame}
    if method == "locator" and (test_id := only_test_id(first)):
        return {"test_id": test_id, **frame}
    if method in _SIMPLE:
        return {_SIMPLE[method]: first, **given, **frame}
    raise UnknownLocatorError


def _frame(node: ast.AST) -> dict[str, str]:
    """Nothing for the page itself; the selector of the frame for `page.locator(…).content_frame`."""
    if isinstance(node, ast.Name):
        return {}
    if isinstance(node, ast.Attribute) and node.attr == "content_frame":
        outer = _simple_locator(node.value)
        if set(outer) == {"css"}:
            return {"frame": outer["css"]}
    raise UnknownLocatorError


def _checked(step: dict[str, Any]) -> dict[str, Any]:
    _STEP.validate_python(step)
    return step


def _locator_of(step: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in step.items() if key not in ("action", "value", "secret")}


def _without_values(call: ast.Call) -> str:
    is_fill = isinstance(call.func, ast.Attribute) and call.func.attr in ("fill", "type", "press_sequentially")
    text = ast.unparse(call.func) + "(…)" if is_fill else ast.unparse(call)
    return " ".join(text.split())


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else _quoted(str(value))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
