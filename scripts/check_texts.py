"""Finds what checks and the gate say to people: the texts of their messages, with what is filled in as `{name}`.

A check writes its messages as plain strings and f-strings, put together where they are needed. Each such piece becomes
a text of the catalogs, as do title, failure title and remedy of each check; `a11ycheck.reporters.said` finds the pieces
again in a finished message.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from a11ycheck.checks.base import checks
from a11ycheck.reporters.remedies import own_remedy

_WORDING = re.compile(r"[\w”}.,:] [\w“{(]|[a-z] $|^ [a-z(]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_SAID = ("re.compile", "CheckMeta", "ValueError", "frozenset", "fold")


def declared() -> Iterator[tuple[str, str]]:
    """Titles, failure titles and remedies, each with the file name of its check."""
    for check in checks():
        file = f"{check.META.id.replace('-', '_')}.py"
        for text in (check.META.title, check.META.failure_title, own_remedy(check.META.id).fix):
            if text:
                yield text, file


def texts(file: Path) -> list[str]:
    """The pieces of messages in a module of checks or of the gate, in the order of the file, none twice."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    passed_over = _passed_over(tree)
    kin = _kin(tree, passed_over)
    found = {}
    for node in ast.walk(tree):
        if id(node) in passed_over:
            continue
        text = _text(node)
        if text is not None and (_WORDING.search(text) or id(node) in kin) and _WORD.search(_literal(text)):
            found[text.strip()] = None
    return list(found)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace("{}", "{value}")
    if not isinstance(node, ast.JoinedStr):
        return None
    named: dict[str, str] = {}
    pieces = []
    for value in node.values:
        if isinstance(value, ast.Constant):
            pieces.append(str(value.value))
        elif isinstance(value, ast.FormattedValue):
            code = ast.unparse(value.value)
            name = _name(value.value)
            while named.setdefault(name, code) != code:
                name += "_"
            pieces.append(f"{{{name}}}")
    return "".join(pieces)


def _name(node: ast.expr) -> str:
    """A word for what an expression fills in."""
    match node:
        case ast.Name():
            name = node.id
        case ast.Subscript(slice=ast.Constant(value=str() as key)):
            name = key
        case ast.Subscript():
            return _name(node.value)
        case ast.Attribute():
            name = node.attr
        case ast.Call(func=ast.Name(id="len")) | ast.BinOp():
            name = "count"
        case ast.Call(func=ast.Name(id="round"), args=[first, *_]):
            return _name(first)
        case ast.Call(func=ast.Attribute(attr="join")):
            name = "list"
        case ast.Call(func=ast.Attribute(value=owner)):
            return _name(owner)
        case ast.Call(func=ast.Name(id=name)):
            pass
        case ast.BoolOp(values=[first, *_]):
            return _name(first)
        case _:
            name = "value"
    return name.strip("_").lower() or "value"


def _passed_over(tree: ast.Module) -> set[int]:
    """What is no message: docstrings, what is compared with, expressions, pieces within an f-string."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif (isinstance(node, ast.Call) and ast.unparse(node.func) in _NOT_SAID) or (
            isinstance(node, ast.Compare | ast.Set | ast.Tuple | ast.List) and not _holds_message(node)
        ):
            found.update(map(id, ast.walk(node)))
        elif isinstance(node, ast.JoinedStr):
            found.update(id(value) for value in node.values if isinstance(value, ast.Constant))
            for value in node.values:
                if isinstance(value, ast.FormattedValue) and value.format_spec:
                    found.update(map(id, ast.walk(value.format_spec)))
    return found


def _holds_message(node: ast.AST) -> bool:
    """A sequence that holds more than plain words: calls, f-strings, or texts that end as sentences do."""
    if isinstance(node, ast.Compare | ast.Set):
        return False
    return any(
        isinstance(each, ast.Call | ast.JoinedStr | ast.IfExp)
        or (isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value[-1:] in tuple(".?"))
        for each in ast.walk(node)
    )


def _kin(tree: ast.Module, passed_over: set[int]) -> set[int]:
    """Single words beside wording: other values of its dictionary, the other branch of its choice."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            together: list[ast.expr] = node.values
        elif isinstance(node, ast.IfExp):
            together = [node.body, node.orelse]
        else:
            continue
        said = [each for each in together if id(each) not in passed_over and _text(each) is not None]
        if any(_WORDING.search(_text(each) or "") for each in said):
            found.update(map(id, said))
    return found


def _literal(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)
