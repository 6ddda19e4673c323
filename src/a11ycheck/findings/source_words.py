"""Words of a source file and of the page rendered from it, and how they line up.

Both sides become sequences of words in reading order: text, alt texts, file names of pictures, web addresses. Markup
falls away on its own, since only words are compared. Runs of words that are unique on both sides pin the two sequences
together; between pins what is equal is matched in order.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from a11ycheck.findings.source_toctree import toctree_titles

_WORD = re.compile(
    r"https?://[^\s<>\"'`)\]]+|[\w./%-]*[\w-]+\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|ogg)\b|\w+", re.I
)
_INCLUDE = re.compile(r"^\s*(?:\.\. |`{3,}|~{3,}|:{3,})\{?(?:include|literalinclude)(?:\}|::)\s+(?P<path>\S+)\s*$")
_MODULE = re.compile(r"^\s*\.\. automodule::\s+(?P<name>[\w.]+)\s*$")
_OPTION = re.compile(r"^\s*:(?P<name>[\w-]+):\s*(?P<value>.*?)\s*$")
_MEDIA = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|ogg)$", re.IGNORECASE)
_RUN = 3
_LARGE = 250_000


@dataclass(frozen=True)
class SourceWord:
    """A word of a source file, with its line from 1."""

    text: str
    file: Path
    line: int


Modules = Callable[[str], "list[SourceWord]"]
"""Gives the words of a module's docstring, none when it is not known."""


@dataclass(frozen=True)
class Part:
    """What an `include` takes of a file: between two texts, neither of them included."""

    start_after: str = ""
    end_before: str = ""

    @staticmethod
    def asked(below: Sequence[str]) -> Part | None:
        """The part that the options below an `include` ask for; None for the whole file."""
        options = {}
        for line in below:
            if not (option := _OPTION.match(line)):
                break
            options[option["name"]] = option["value"].strip("'\"")
        part = Part(options.get("start-after", ""), options.get("end-before", ""))
        return part if part != Part() else None

    def of(self, lines: Sequence[str]) -> range:
        """The lines of the part, from 0; all from the start, or to the end, where a text is missing."""
        start = next((at + 1 for at, line in enumerate(lines) if self.start_after and self.start_after in line), 0)
        ends = (at for at, line in enumerate(lines) if at >= start and self.end_before and self.end_before in line)
        return range(start, next(ends, len(lines)))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; a picture by its file name, an address whole but for what ends a sentence."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word.startswith(("http://", "https://")):
            word = word.rstrip(".,;:/")
        elif _MEDIA.search(word):
            word = PurePosixPath(word).name
        found.append(word.strip("_") or word)
    return found


def source_words(
    file: Path, modules: Modules, within: frozenset[Path] = frozenset(), part: Part | None = None
) -> list[SourceWord]:
    """The words of a source file, or of a part of it, with what directives put into the page in their place.

    A file that is included whole counts once; entries of a `toctree` count as the titles they show, `automodule` as the docstring
    that `modules` gives for it.
    """
    found: list[SourceWord] = []
    taken = {*within, file}
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    titles = toctree_titles(file, lines)
    wanted = part.of(lines) if part else range(len(lines))
    for number, line in enumerate(lines[wanted.start : wanted.stop], start=wanted.start + 1):
        included = _INCLUDE.match(line)
        module = _MODULE.match(line)
        other = (file.parent / included["path"]).resolve() if included else None
        if other and other.is_file():
            of_other = Part.asked(lines[number:])
            if of_other and other not in within:
                found += source_words(other, modules, frozenset({*within, file}), of_other)
            elif other not in taken:
                found += source_words(other, modules, frozenset(taken))
                taken.add(other)
        else:
            found += [SourceWord(word, file, number) for word in words_of(titles.get(number, line))]
            found += modules(module["name"]) if module else []
    return found


def line_up(page: Sequence[str], source: Sequence[str]) -> dict[int, int]:
    """For words of the page the word of the source they come from, by position; what has no counterpart is left out."""
    pairs: dict[int, int] = {}
    before = (-1, -1)
    for at_page, at_source in [*_pins(page, source), (len(page), len(source))]:
        _fill(page, source, (before[0] + 1, at_page), (before[1] + 1, at_source), pairs)
        if at_page < len(page):
            pairs[at_page] = at_source
        before = (at_page, at_source)
    return pairs


def _pins(page: Sequence[str], source: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of runs that are unique on both sides, in the longest order that both sides share."""
    ours, theirs = _unique_runs(page), _unique_runs(source)
    both = sorted((ours[run], theirs[run]) for run in ours.keys() & theirs.keys())
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, (_, at_source) in enumerate(both):
        place = bisect_left(tails, at_source)
        previous.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [at_source]
        ends[place : place + 1] = [index]
    chain, index = [], ends[-1] if ends else -1
    while index >= 0:
        chain.append(both[index])
        index = previous[index]
    return chain[::-1]


def _unique_runs(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}


def _fill(
    page: Sequence[str], source: Sequence[str], ours: tuple[int, int], theirs: tuple[int, int], pairs: dict[int, int]
) -> None:
    """Match in order what is equal between two pins; not in stretches so long that they have little in common."""
    if ours[0] >= ours[1] or theirs[0] >= theirs[1] or (ours[1] - ours[0]) * (theirs[1] - theirs[0]) > _LARGE:
        return
    matcher = difflib.SequenceMatcher(None, page[slice(*ours)], source[slice(*theirs)], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            pairs[ours[0] + block.a + step] = theirs[0] + block.b + step
