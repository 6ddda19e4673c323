"""A span of a page's words leads to its source line, as surely as the words around it allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_alignment import Alignment
from a11ycheck.findings.source_place import Confidence
from a11ycheck.findings.source_words import SourceWord

FILE = Path("guide.rst")
LINES = ("read the long guide first", "then open the settings page", "and press the green button twice")
PAGE = " ".join(LINES)


def aligned(page: str, *lines: str, start: int = 0) -> Alignment:
    source = [SourceWord(word, FILE, number) for number, line in enumerate(lines, 1) for word in line.split()]
    return Alignment(page.split(), start, source)


def place(alignment: Alignment, start: int, end: int) -> tuple[int, Confidence] | None:
    found = alignment.of_span(start, end)
    return (found[0].line, found[1]) if found else None


@pytest.mark.parametrize(("start", "end", "line"), [(0, 5, 1), (5, 10, 2), (6, 9, 2), (10, 16, 3)])
def test_a_span_of_equal_words_is_sure(start: int, end: int, line: int) -> None:
    assert place(aligned(PAGE, *LINES), start, end) == (line, Confidence.SURE)


def test_positions_count_from_the_start_of_the_stretch() -> None:
    alignment = aligned(PAGE, *LINES, start=100)
    assert place(alignment, 105, 110) == (2, Confidence.SURE)
    assert place(alignment, 5, 10) is None
    assert alignment.word(105) == SourceWord("then", FILE, 2)


def test_a_single_word_is_sure_when_it_stands_once_on_both_sides() -> None:
    assert place(aligned(PAGE, *LINES), 13, 14) == (3, Confidence.SURE)


def test_a_short_word_is_sure_only_between_neighbours_that_match() -> None:
    assert place(aligned(PAGE, *LINES), 7, 8) == (2, Confidence.SURE)
    assert place(aligned("the", *LINES), 0, 1) == (1, Confidence.LIKELY)


def test_words_that_are_not_in_the_source_have_no_place() -> None:
    alignment = aligned(f"{PAGE} made by a theme", *LINES)
    assert place(alignment, 16, 20) is None
    assert place(alignment, 16, 16) is None


@pytest.mark.parametrize(
    ("foreign", "confidence"),
    [(1, Confidence.SURE), (2, Confidence.LIKELY), (3, Confidence.LIKELY), (4, Confidence.PAGE), (9, Confidence.PAGE)],
)
def test_the_fewer_words_match_the_less_sure(foreign: int, confidence: Confidence) -> None:
    page = f"{LINES[0]} {' '.join(f'x{number}' for number in range(foreign))} {LINES[1]}"
    assert place(aligned(page, *LINES), 0, 5 + foreign) == (1, confidence)


def test_words_that_lie_far_apart_in_the_source_tell_the_file_alone() -> None:
    between = [f"other words of line {number}" for number in range(20)]
    assert place(aligned(f"{LINES[0]} {LINES[1]}", LINES[0], *between, LINES[1]), 4, 6) == (1, Confidence.PAGE)
