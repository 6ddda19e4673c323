"""What checks of our own and the gate say, in the language spoken now.

A stored message is a finished English sentence. The catalogs hold the pieces it was made of, such as
`The title “{title}” is the name of the file.`, with the module of checks that each stands in (`scripts/check_texts.py`
collects them). Here the pieces are found again in the sentence and put together from their translations. What they are
filled in with is wording of the same check, or taken over as it is; what stands in quotation marks is never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from a11ycheck.checks.base import checks
from a11ycheck.language import SOURCE, entries, spoken
from a11ycheck.store.rows import RuleRow

FOLDER = "src/a11ycheck/checks/"
GATE_FILES = tuple(
    f"src/a11ycheck/gate/{name}.py" for name in ("budget", "comparison", "reasons", "recheck", "wording")
)
_GATE = "gate"
_FILLED = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.?:]) ")
_JOINTS = (re.compile(r", and "), re.compile(r", and |, | and to | and "))
_WORD = re.compile(r"(\S+) (.+)", re.DOTALL)
_BRACKETS = re.compile(r"(.+) (\(.+\))", re.DOTALL)
_QUOTE = re.compile(r"“[^”]*”")
_NOT_WORDING = re.compile(r"“[^”]*”|[\d.,:]*|#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class _Piece:
    """A text of the catalog: a pattern that finds it, what to say instead, and which values stand in quotation marks."""

    pattern: re.Pattern[str]
    translated: str
    quoted: frozenset[str]


def said(rule: RuleRow, message: str) -> str:
    """A message of a rule in the language spoken now; as it is where the catalogs do not know it."""
    return (translated(rule.check, message) if rule.check == rule.rule else None) or message


def gate_said(detail: str) -> str:
    """A line of the gate's details in the language spoken now; as it is where the catalogs do not know it."""
    return translated(_GATE, detail) or detail


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
            filled = _FILLED.sub(lambda mark, values=values: values[mark[1]], piece.translated)  # type: ignore[misc]
            return filled[0].upper() + filled[1:] if text[0].isupper() else filled
    return _sentences(language, check, text) or _bracketed(language, check, text)


def _sentences(language: str, check: str, text: str) -> str | None:
    """Two sentences or more, each a text of its own."""
    for border in _SENTENCE_END.finditer(_without_quotes(text)):
        head = _translated(language, check, text[: border.start()])
        tail = _translated(language, check, text[border.end() :]) if head else None
        if head and tail:
            return f"{head} {tail}"
    return None


def _bracketed(language: str, check: str, text: str) -> str | None:
    """A text before something in brackets."""
    if (both := _BRACKETS.fullmatch(text)) and (head := _translated(language, check, both[1])):
        return f"{head} {_translated(language, check, both[2]) or both[2]}"
    return None


def _after_word(language: str, check: str, text: str) -> str | None:
    """A text after a number, or after a name without a space."""
    if (word := _WORD.fullmatch(text)) and (rest := _translated(language, check, word[2])):
        return f"{word[1]} {rest}"
    return None


def _value(language: str, check: str, value: str) -> str:
    """What a piece is filled in with: wording of the check, a list of such, or anything else as it is."""
    text = value.strip()
    if _NOT_WORDING.fullmatch(text):
        return value
    known = next(filter(None, (known(language, check, text) for known in (_translated, _after_word, _listed))), None)
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
    """The texts of a check and those that checks share, those that begin with words first, then by how many letters they have.

    All come twice: first such that what follows another value closely is wording of the check, then anything.
    """
    others = {_file(each.META.id) for each in checks()} - {_file(check)}

    def is_said(file: str) -> bool:
        return file in GATE_FILES if check == _GATE else file.startswith(FOLDER) and file not in others

    texts = {text: other for text, other, files in entries(language) if any(map(is_said, files))}
    wording = "|".join(
        sorted((_pattern(text, ".*?") for text in texts if not text.endswith((".", "?"))), key=len)[::-1]
    )
    close = rf" ?(?:{wording}| \(“[^”]*”\))?"
    order = sorted(texts, key=lambda text: (text.startswith(("{", "“{")), -len(_FILLED.sub("", text))))
    return tuple(_piece(text, texts[text], value) for value in (close, ".*?") for text in order)


def _piece(text: str, other: str, close: str) -> _Piece:
    quoted = frozenset(name for name in _FILLED.findall(text) if f"“{{{name}}}”" in text)
    return _Piece(re.compile(_pattern(text, close, named=True), re.DOTALL), other, quoted)


def _pattern(text: str, close: str, *, named: bool = False) -> str:
    """A pattern of the text; `close`: of what is filled in right behind another value, with a space at most between."""
    pieces = _FILLED.split(text)
    pattern, seen = re.escape(pieces[0]), set()
    for at, (name, literal) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
        value = close if at and not pieces[2 * at].strip() else ".*?"
        if not named:
            pattern += value
        else:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{value})"
        seen.add(name)
        pattern += re.escape(literal)
    return pattern


def _file(check: str) -> str:
    return f"{FOLDER}{check.replace('-', '_')}.py"
