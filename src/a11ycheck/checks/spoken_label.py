"""Whether a visible label and an accessible name sound alike although they are written differently (WCAG 2.5.3).

People who say “University Avenue” reach a link that shows “University Ave.”, and “nonstandard” sounds like “non-standard”.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W_]+\.?")


def sounds_alike(label: str, name: str) -> bool:
    """The name holds the label, but for words that are abbreviated with a full stop, joined, or split by hyphens or spaces."""
    shown, said = _WORD.findall(label.lower()), [word.rstrip(".") for word in _WORD.findall(name.lower())]
    if not shown:
        return False
    starts = range(len(said))
    if any(_abbreviated(shown, said[start : start + len(shown)]) for start in starts):
        return True
    joined = "".join(word.rstrip(".") for word in shown)
    if not joined.isalpha():
        return False
    runs = (said[start:end] for start in starts for end in range(start + 1, len(said) + 1))
    return any("".join(run) == joined and all(len(word) > 1 for word in run) for run in runs)


def text_of(html: str) -> str:
    """The text of a snippet, without its tags; empty when the snippet was cut short."""
    if html.endswith("…"):
        return ""
    reader = _Text()
    reader.feed(html)
    return " ".join("".join(reader.parts).split())


def _abbreviated(shown: list[str], said: list[str]) -> bool:
    return len(shown) == len(said) and all(
        _short_for(word.rstrip("."), full) if word.endswith(".") else word == full
        for word, full in zip(shown, said, strict=True)
    )


def _short_for(short: str, full: str) -> bool:
    """The letters of an abbreviation occur in the word in this order, the first at its start."""
    letters = iter(full)
    return full.startswith(short[0]) and all(letter in letters for letter in short)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
