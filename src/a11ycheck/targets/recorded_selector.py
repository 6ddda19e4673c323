"""Turns a locator of recorded Playwright code into one selector, for those that are more than one locator."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from a11ycheck.browser.locating import TEST_ID_ATTRIBUTES

BY_ATTRIBUTE = {"get_by_placeholder": "placeholder", "get_by_alt_text": "alt", "get_by_title": "title"}
_TEST_ID = re.compile(rf"\[(?:{'|'.join(TEST_ID_ATTRIBUTES)})=\"([^\"\\]+)\"\]")


class UnknownLocatorError(Exception):
    """Recorded code that no step stands for."""


def only_test_id(css: str) -> str:
    """The test id that a CSS selector consists of; empty for any other selector."""
    found = _TEST_ID.fullmatch(css)
    return found[1] if found else ""


def plain(node: ast.AST) -> Any:
    """The value of a literal. Raises `UnknownLocatorError` for anything else."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        raise UnknownLocatorError from None


def selector(node: ast.AST) -> str:
    """The selector of `page.get_by_role(…).filter(…).nth(1)` and the like, in the words of Playwright's own engines.

    Raises `UnknownLocatorError` for a locator that has none, such as one with a regular expression.
    """
    return " >> ".join(_parts(node))


def _parts(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name):
        return []
    if isinstance(node, ast.Attribute):
        ends = {"first": "nth=0", "last": "nth=-1", "content_frame": "internal:control=enter-frame"}
        if node.attr not in ends:
            raise UnknownLocatorError
        return [*_parts(node.value), ends[node.attr]]
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        raise UnknownLocatorError
    return [*_parts(node.func.value), _part(node.func.attr, node)]


def _part(method: str, call: ast.Call) -> str:
    given = {str(word.arg): plain(word.value) for word in call.keywords}
    first = plain(call.args[0]) if call.args else None
    exact = "s" if given.pop("exact", False) else "i"
    if method == "nth" and isinstance(first, int):
        return f"nth={first}"
    if method == "filter" and set(given) == {"has_text"} and isinstance(given["has_text"], str):
        return f"internal:has-text={json.dumps(given['has_text'])}i"
    name = given.pop("name", None) if method == "get_by_role" else None
    if given or not isinstance(first, str) or not (name is None or isinstance(name, str)):
        raise UnknownLocatorError
    quoted = f"{json.dumps(first)}{exact}"
    said = {
        "get_by_role": f"internal:role={first}" + (f"[name={json.dumps(name)}{exact}]" if name else ""),
        "get_by_text": f"internal:text={quoted}",
        "get_by_label": f"internal:label={quoted}",
        "get_by_test_id": f"[data-testid={json.dumps(first)}]",
        "locator": first,
    } | {each: f"internal:attr=[{attribute}={quoted}]" for each, attribute in BY_ATTRIBUTE.items()}
    if method not in said:
        raise UnknownLocatorError
    return said[method]
