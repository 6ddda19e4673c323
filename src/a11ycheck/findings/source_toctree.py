"""What the entries of a `toctree` show: titles and headings that stand in other files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

SUFFIXES = (".rst", ".md", ".txt")
_START = re.compile(r"^(?P<indent>\s*)(?:\.\. toctree::|(?P<fence>`{3,}|~{3,}|:{3,})\{toctree\})\s*$")
_ENTRY = re.compile(r"^\s*(?:(?P<title>[^<]+?)\s*<(?P<named>[^>]+)>|(?P<plain>[^\s:<][^<]*?))\s*$")
_UNDERLINE = re.compile(r"^([=\-~^\"'`#*+:._])\1{2,}\s*$")
_MARKDOWN = re.compile(r"^#{1,6}\s+(?P<text>.+?)\s*#*$")
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")


def toctree_titles(file: Path, lines: Sequence[str]) -> dict[int, str]:
    """By line number from 1, what the entry on that line shows: its title, then the headings below it."""
    return {
        number: " ".join([title, *headings(document)[1:]] if title else headings(document))
        for number, title, document in _entries(file, lines)
    }


def headings(file: Path) -> list[str]:
    """The headings of a source file in order, its title first."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return list(_markdown(lines) if file.suffix == ".md" else _restructured(lines))


def _entries(file: Path, lines: Sequence[str]) -> Iterator[tuple[int, str, Path]]:
    started: re.Match[str] | None = None
    for number, line in enumerate(lines, start=1):
        if started is None:
            started = _START.match(line)
            continue
        fence = started["fence"]
        if fence and line.strip() == fence:
            started = None
        elif not fence and line.strip() and not line.startswith(started["indent"] + " "):
            started = _START.match(line)
        elif (entry := _ENTRY.match(line)) and (
            document := _document(file, (entry["named"] or entry["plain"]).strip())
        ):
            yield number, (entry["title"] or "").strip(), document


def _document(file: Path, name: str) -> Path | None:
    """The source of an entry, from the folder of the file, or with a slash from that of `conf.py`."""
    folder = file.parent
    if name.startswith("/"):
        folder = next((at for at in file.parents if (at / "conf.py").is_file()), folder)
    names = [name.strip("/"), *(name.strip("/").removesuffix(suffix) + suffix for suffix in SUFFIXES)]
    return next((path for each in names if (path := folder / each).suffix in SUFFIXES and path.is_file()), None)


def _markdown(lines: Sequence[str]) -> Iterator[str]:
    in_code = False
    for line in lines:
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code and (heading := _MARKDOWN.match(line)):
            yield heading["text"]


def _restructured(lines: Sequence[str]) -> Iterator[str]:
    for line, below in pairwise(lines):
        text = line.rstrip()
        is_text = text and not text[0].isspace() and not _UNDERLINE.match(text)
        if is_text and _UNDERLINE.match(below) and len(below.rstrip()) >= len(text):
            yield text
