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
_DEEP = 12

_Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class _Object:
    """A class or function: the line of its definition, and the first and last of its docstring, 0 without one.

    Of several with one name in one file the last counts; `overloads` are the lines of those marked as such. `bases`: names of
    the classes that a class is made from.
    """

    file: Path
    name: tuple[str, ...]
    line: int
    first: int
    last: int
    overloads: tuple[int, ...] = ()
    bases: tuple[str, ...] = ()


class Docstrings:
    """The docstrings of the project around a folder."""

    def __init__(self, folder: Path) -> None:
        self._root = next(
            (at for at in (folder, *folder.parents) if any((at / name).is_file() for name in _PROJECT)), None
        )

    def words(self, name: str) -> list[SourceWord]:
        """The words of the docstring of an object such as `flask.Flask.run`; none when it is not clear which it is."""
        found = self._find(name)
        return _words(found.file, found.first, found.last) if found else []

    def module(self, name: str) -> list[SourceWord]:
        """The words of the docstring of a module; none when the project has no such module, or several."""
        files = self._modules.get(name, [])
        if len(files) != 1 or (tree := _parsed(files[0])) is None:
            return []
        return _words(files[0], *_docstring(tree))

    def definition(self, name: str, overload: int = 0) -> SourceWord | None:
        """Where an object is defined; None when it is not clear which it is. `overload`: which of its signatures, from 0."""
        found = self._find(name)
        if found is None:
            return None
        line = found.overloads[overload] if overload < len(found.overloads) else found.line
        return SourceWord(name.rpartition(".")[2], found.file, line)

    def _find(self, name: str) -> _Object | None:
        """By the longest end of the name that only one object has, since packages re-export their names.

        Members are looked up in their class and the classes it is made from.
        """
        *outer, last = name.split(".")
        if outer and _is_class(outer[-1]):
            owner = self._by_end(outer)
            return self._member(owner, last) if owner else None
        return self._by_end([*outer, last])

    def _by_end(self, parts: list[str]) -> _Object | None:
        ends = (self._index.get(".".join(parts[start:]), []) for start in range(len(parts)))
        return next((found[0] for found in ends if len(found) == 1), None)

    def _member(self, owner: _Object, last: str, depth: int = 0) -> _Object | None:
        for one in self._index.get(f"{owner.name[-1]}.{last}", []):
            if one.file == owner.file and one.name[:-1] == owner.name:
                return one
        for base in owner.bases if depth < _DEEP else ():
            made_from = self._by_end(base.split("."))
            if made_from and made_from != owner and (found := self._member(made_from, last, depth + 1)):
                return found
        return None

    @cached_property
    def _index(self) -> dict[str, list[_Object]]:
        """Objects by every end of their dotted names."""
        index: dict[str, list[_Object]] = defaultdict(list)
        for file in self._files:
            if (tree := _parsed(file)) is None:
                continue
            overloads: dict[tuple[str, ...], tuple[int, ...]] = defaultdict(tuple)
            for name, node in _named(tree, ()):
                if _is_overload(node):
                    overloads[name] += (node.lineno,)
                first, last = _docstring(node)
                bases = tuple(_bases(node)) if isinstance(node, ast.ClassDef) else ()
                whole = (*file.with_suffix("").parts, *name)
                for start in range(len(whole) - len(name) - 3, len(whole)):
                    same = index[".".join(whole[start:])]
                    same[:] = [one for one in same if (one.file, one.name) != (file, name)]
                    same.append(_Object(file, name, node.lineno, first, last, overloads[name], bases))
        return index

    @cached_property
    def _modules(self) -> dict[str, list[Path]]:
        """Files by every end of their dotted module names."""
        found: dict[str, list[Path]] = defaultdict(list)
        for file in self._files:
            parts = file.with_suffix("").parts
            parts = parts[:-1] if parts[-1] == "__init__" else parts
            for start in range(1, len(parts)):
                found[".".join(parts[start:])].append(file)
        return found

    @cached_property
    def _files(self) -> list[Path]:
        files = sorted(self._root.rglob("*.py")) if self._root else []
        return [file for file in files if self._root and not _is_left_out(file.relative_to(self._root))]


def _is_left_out(file: Path) -> bool:
    return any(part in _NOT_CODE or part.startswith((".", "_build")) for part in file.parts[:-1])


def _is_class(name: str) -> bool:
    return name.lstrip("_")[:1].isupper()


def _is_overload(node: _Definition) -> bool:
    return any(ast.unparse(one).rpartition(".")[2] == "overload" for one in node.decorator_list)


def _bases(node: ast.ClassDef) -> Iterator[str]:
    for base in node.bases:
        yield ast.unparse(base.value if isinstance(base, ast.Subscript) else base)


def _parsed(file: Path) -> ast.Module | None:
    try:
        return ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):
        return None


def _words(file: Path, first: int, last: int) -> list[SourceWord]:
    if not first:
        return []
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()[first - 1 : last]
    return [SourceWord(word, file, number) for number, line in enumerate(lines, start=first) for word in words_of(line)]


def _docstring(node: _Definition | ast.Module) -> tuple[int, int]:
    """First and last line of the docstring; 0 and 0 without one."""
    first = node.body[0] if node.body else None
    is_text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return (first.lineno, first.end_lineno or first.lineno) if first and is_text else (0, 0)


def _named(tree: ast.Module | ast.ClassDef, outer: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], _Definition]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = (*outer, node.name)
            yield name, node
            if isinstance(node, ast.ClassDef):
                yield from _named(node, name)
