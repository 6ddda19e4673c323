"""Docstrings of a Python project by the names that documentation shows them under, as autodoc renders them."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from a11ycheck.findings.source_words import SourceWord, words_of

_NOT_CODE = frozenset(("docs", "doc", "tests", "test", "examples", "build", "dist", "node_modules"))
_PROJECT = ("pyproject.toml", "setup.py", "setup.cfg")


_Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class _Object:
    """A class or function: the line of its definition, and the first and last of its docstring, 0 without one.

    Of several with one name in one file, such as overloads, the last counts.
    """

    file: Path
    name: tuple[str, ...]
    line: int
    first: int
    last: int


class Docstrings:
    """The docstrings of the project around a folder."""

    def __init__(self, folder: Path) -> None:
        self._root = next(
            (at for at in (folder, *folder.parents) if any((at / name).is_file() for name in _PROJECT)), None
        )

    def words(self, name: str) -> list[SourceWord]:
        """The words of the docstring of an object such as `flask.Flask.run`; none when it is not clear which it is."""
        found = self._find(name)
        if found is None or found.first == 0:
            return []
        lines = found.file.read_text(encoding="utf-8", errors="replace").splitlines()[found.first - 1 : found.last]
        return [
            SourceWord(word, found.file, number)
            for number, line in enumerate(lines, start=found.first)
            for word in words_of(line)
        ]

    def definition(self, name: str) -> SourceWord | None:
        """Where an object is defined; None when it is not clear which it is."""
        found = self._find(name)
        return SourceWord(name.rpartition(".")[2], found.file, found.line) if found else None

    def _find(self, name: str) -> _Object | None:
        """By the longest end of the name that only one object has, since packages re-export their names."""
        parts = name.split(".")
        ends = (self._index.get(".".join(parts[start:]), []) for start in range(len(parts)))
        return next((found[0] for found in ends if len(found) == 1), None)

    @cached_property
    def _index(self) -> dict[str, list[_Object]]:
        """Objects by every end of their dotted names."""
        index: dict[str, list[_Object]] = defaultdict(list)
        for file in self._files():
            try:
                tree = ast.parse(file.read_bytes())
            except (SyntaxError, ValueError):
                continue
            for name, node in _named(tree, ()):
                first, last = _docstring(node)
                whole = (*file.with_suffix("").parts, *name)
                for start in range(len(whole) - len(name) - 3, len(whole)):
                    same = index[".".join(whole[start:])]
                    same[:] = [one for one in same if (one.file, one.name) != (file, name)]
                    same.append(_Object(file, name, node.lineno, first, last))
        return index

    def _files(self) -> Iterator[Path]:
        if self._root:
            for file in sorted(self._root.rglob("*.py")):
                folders = file.relative_to(self._root).parts[:-1]
                if not any(part in _NOT_CODE or part.startswith((".", "_build")) for part in folders):
                    yield file


def _docstring(node: _Definition) -> tuple[int, int]:
    """First and last line of the docstring; 0 and 0 without one."""
    first = node.body[0]
    is_text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return (first.lineno, first.end_lineno or first.lineno) if is_text else (0, 0)


def _named(tree: ast.Module | ast.ClassDef, outer: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], _Definition]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = (*outer, node.name)
            yield name, node
            if isinstance(node, ast.ClassDef):
                yield from _named(node, name)
