"""Whether a visible label and an accessible name sound alike although they are written differently (WCAG 2.5.3).

People who say “University Avenue” reach a link that shows “University Ave.”, and “nonstandard” sounds like “non-standard”.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W_]+\.?")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011\u00ad](?=[^\W\d_])")


def sounds_alike(label: str, name: str) -> bool:
    """The name holds the label, but for words that are abbreviated with a full stop, or joined by a hyphen in one of the two."""
    shown, said = (_WORD.findall(_HYPHEN.sub("", text.lower())) for text in (label, name))
    full = [word.rstrip(".") for word in said]
    return bool(shown) and any(_abbreviated(shown, full[start : start + len(shown)]) for start in range(len(full)))


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
