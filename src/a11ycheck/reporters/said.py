"""What checks of our own say, in the language spoken now.

A stored message is a finished English sentence. The catalogs hold the pieces it was made of, such as
`The title “{title}” is the name of the file.`, with the module of checks that each stands in (`scripts/check_texts.py`
collects them). Here the pieces are found again in the sentence and put together from their translations. What they are
filled in with is wording of the same check, or taken over as it is; what stands in quotation marks is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from a11ycheck.checks.base import checks
from a11ycheck.language import SOURCE, entries, spoken
from a11ycheck.store.rows import RuleRow

FOLDER = "src/a11ycheck/checks/"
_FILLED = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.?:]) ")
_JOINTS = (re.compile(r", and "), re.compile(r", and |, | and to | and "))
_NUMBER = re.compile(r"(\d[\d.,]*) (.+)", re.DOTALL)
_BRACKETS = re.compile(r"(.+) (\(.+\))", re.DOTALL)
_QUOTE = re.compile(r"“[^”]*”")
_UP_TO_BRACKET = r"(?:[^“(]*[^“( ])?"
_NOT_WORDING = re.compile(r"“[^”]*”|[\d.,:]*|#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class _Piece:
    """A text of the catalog: the pattern that finds it, what to say instead, and which values stand in quotation marks."""

    pattern: re.Pattern[str]
    translated: str
    quoted: frozenset[str]
    letters: int


def said(rule: RuleRow, message: str) -> str:
    """A message of a rule in the language spoken now; as it is where the catalogs do not know it."""
    return (translated(rule.check, message) if rule.check == rule.rule else None) or message


def translated(check: str, message: str) -> str | None:
    """The message in the language spoken now; None when it is no message of that check or not in the catalog."""
    return message if spoken() == SOURCE or not message else _translated(spoken(), check, message)


@lru_cache(maxsize=20_000)
def _translated(language: str, check: str, text: str) -> str | None:
    for piece in _pieces(language, check):
        if found := piece.pattern.fullmatch(text):
            values = {
                name: value if name in piece.quoted else _value(language, check, value)
                for name, value in found.groupdict().items()
            }
            filled = _filled(piece.translated, values)
            return filled[0].upper() + filled[1:] if text[0].isupper() else filled
    return _sentences(language, check, text) or _numbered(language, check, text)


def _filled(text: str, values: dict[str, str]) -> str:
    return _FILLED.sub(lambda mark: values[mark[1]], text)


def _sentences(language: str, check: str, text: str) -> str | None:
    """Two sentences or more, each a text of its own."""
    for border in _SENTENCE_END.finditer(_without_quotes(text)):
        head = _translated(language, check, text[: border.start()])
        tail = _translated(language, check, text[border.end() :]) if head else None
        if head and tail:
            return f"{head} {tail}"
    return None


def _numbered(language: str, check: str, text: str) -> str | None:
    """A text after a number, or before something in brackets."""
    if (number := _NUMBER.fullmatch(text)) and (rest := _translated(language, check, number[2])):
        return f"{number[1]} {rest}"
    if (both := _BRACKETS.fullmatch(text)) and (head := _translated(language, check, both[1])):
        return f"{head} {_translated(language, check, both[2]) or both[2]}"
    return None


def _value(language: str, check: str, value: str) -> str:
    """What a piece is filled in with: wording of the check, a list of such, or anything else as it is."""
    text = value.strip()
    if _NOT_WORDING.fullmatch(text):
        return value
    known = _translated(language, check, text) or _listed(language, check, text)
    return value.replace(text, known, 1) if known else value


def _listed(language: str, check: str, text: str) -> str | None:
    """Wording with commas and “and” between: the joints are translated, and each part that is wording."""
    masked = _without_quotes(text)
    for joint in _JOINTS:
        borders = list(joint.finditer(masked))
        if not borders:
            continue
        starts, ends = [0, *(border.end() for border in borders)], [*(border.start() for border in borders), len(text)]
        parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        known = [_translated(language, check, part) for part in parts]
        if joint is _JOINTS[0] and not all(known):
            continue
        joints = [(_translated(language, check, border[0].strip()), border[0]) for border in borders]
        between = ["", *(whole.replace(whole.strip(), other) if other else whole for other, whole in joints)]
        return "".join(gap + (new or old) for gap, new, old in zip(between, known, parts, strict=True))
    return None


def _without_quotes(text: str) -> str:
    """The text with quotations made as long as they are of nothing, to look for borders in."""
    return _QUOTE.sub(lambda quote: "\0" * len(quote[0]), text)


@cache
def _pieces(language: str, check: str) -> tuple[_Piece, ...]:
    """The texts of a check and those that checks share, the ones with most letters first."""
    own = _file(check)
    others = {_file(each.META.id) for each in checks()} - {own}
    found = [
        _piece(text, other)
        for text, other, files in entries(language)
        if any(file.startswith(FOLDER) and file not in others for file in files)
    ]
    return tuple(sorted(found, key=lambda piece: -piece.letters))


def _file(check: str) -> str:
    return f"{FOLDER}{check.replace('-', '_')}.py"


def _piece(text: str, other: str) -> _Piece:
    pattern, seen, parts = "", set(), list(_parts(text))
    for (literal, name), (following, next_name) in zip(parts, [*parts[1:], ("", "")], strict=True):
        pattern += re.escape(literal)
        if name:
            value = _UP_TO_BRACKET if next_name and not following else ".*?"
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{value})"
            seen.add(name)
    quoted = frozenset(name for name in seen if f"“{{{name}}}”" in text)
    return _Piece(re.compile(pattern, re.DOTALL), other, quoted, len(_FILLED.sub("", text)))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Literal text with the name of what is filled in after it, empty at the end."""
    pieces = _FILLED.split(text)
    yield from zip(pieces[::2], [*pieces[1::2], ""], strict=True)
