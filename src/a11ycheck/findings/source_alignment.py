"""A stretch of a page's words lined up with source words, and the place that a span of them comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from a11ycheck.findings.source_place import Confidence
from a11ycheck.findings.source_words import SourceWord, line_up

_MOST = 0.8
_ENOUGH = 0.6
_NEAR = 8


class Alignment:
    """Words of a page from position `start` on, against the source words that may have made them."""

    def __init__(self, words: Sequence[str], start: int, source: Sequence[SourceWord]) -> None:
        self._words, self._start, self._source = words, start, source

    @cached_property
    def pairs(self) -> dict[int, int]:
        """For positions on the page the positions in the source."""
        found = line_up(self._words, [word.text for word in self._source])
        return {self._start + at: place for at, place in found.items()}

    def word(self, at: int) -> SourceWord:
        """The source of the page's word at a position that has one."""
        return self._source[self.pairs[at]]

    def of_span(self, start: int, end: int) -> tuple[SourceWord, Confidence] | None:
        """The source of words from `start` to before `end`, and how well they match; None when none does."""
        matched = [self.pairs[at] for at in range(start, end) if at in self.pairs]
        if not matched:
            return None
        first, count = self._source[matched[0]], end - start
        share = len(matched) / count
        together = matched[-1] - matched[0] <= 3 * count + _NEAR
        if share >= _MOST and together and (len(matched) >= 3 or self._pinned(start, end, len(matched))):
            return first, Confidence.SURE
        return first, Confidence.LIKELY if share >= _ENOUGH and together else Confidence.PAGE

    def _pinned(self, start: int, end: int, matched: int) -> bool:
        """Few words are sure when they stand once on both sides, or right between neighbours that match too."""
        ours, theirs = self._counts
        words = self._words[start - self._start : end - self._start]
        if any(len(word) > 3 and ours[word] == theirs[word] == 1 for word in words):
            return True
        around = [self.pairs.get(at) for at in (start - 2, start - 1, end, end + 1)]
        near = [at for at in around if at is not None]
        return len(near) == 4 and near[-1] - near[0] <= matched + _NEAR

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        return Counter(self._words), Counter(word.text for word in self._source)
