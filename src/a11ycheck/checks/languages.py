"""Whether a text is in the language it is declared to be in: a word count first, an identification model where that leaves doubt.

Used by the checks on languages. The model (py3langid, in the wheel) is loaded on first need. Short texts, names, code and
close relatives (Norwegian and Danish, Croatian and Serbian …) stay undecided rather than guessed. A language whose function
words are not known here is what the model sees in names and labels of few words, so it must be sure of it there.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Verdict = Literal["match", "mismatch", "doubtful", "unknown"]

_DATA = tomllib.loads(files("a11ycheck.checks").joinpath("languages.toml").read_text(encoding="utf-8"))
_WORDS = {language: frozenset(words.split()) for language, words in _DATA["function_words"].items()}
_MODELLED = _DATA["modelled"].split()
_OTHER_SCRIPTS = frozenset(_DATA["other_scripts"].split())
_RELATIVES = [frozenset(row.split()) for row in _DATA["relatives"]]

_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_QUOTED = re.compile(r"[\"“„«‹].{2,200}?[\"”“»›]")
_NOT_PROSE = re.compile(
    r"https?:\S+|\S*[_/\\@{}<>=|~^`]\S*|\S*\d\S*|\b\w+(?:\.\w+)+(?:\(\))?|\b\w+\(\)?|\b[A-Z]{2,}\b"
    r"|\w*[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ]\w*|\S*[\u0250-\u02af]\S*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Reading:
    """What a text was found to be. `language`: the best guess, empty when there is none.

    `plain`: the mismatch shows in function words or the script, and not in the model alone.
    """

    verdict: Verdict
    language: str = ""
    plain: bool = False


def primary(tag: str | None) -> str:
    """The language of a BCP 47 tag as the model names it: `en` of `EN-us`; empty without one."""
    first = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    return str(_DATA["aliases"].get(first, first))


def read(text: str, declared: str) -> Reading:
    """Compare a text with the language declared for it, a primary subtag."""
    prose = _prose(text)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(prose)]
    size = max(len(words), len(_DENSE.findall(prose)) // 2)
    if declared not in _MODELLED or sum(map(len, words)) < 8 or size < 2:
        return Reading("unknown")
    if _plain(words, declared):
        return Reading("match", declared)
    return _compared(prose, words, size, declared)


def _plain(words: list[str], declared: str) -> bool:
    """The declared language's function words make up much of the text, and no other language's more."""
    counts = {language: sum(word in known for word in words) for language, known in _WORDS.items()}
    own = set(words) & _WORDS.get(declared, frozenset())
    others = max(count for language, count in counts.items() if language != declared)
    return len(own) >= 2 and counts[declared] >= 0.18 * len(words) and counts[declared] > others


def _compared(prose: str, words: list[str], size: int, declared: str) -> Reading:
    ranked = dict(_identify(prose))
    related = frozenset({declared}).union(*(row for row in _RELATIVES if declared in row))
    best = next(iter(ranked))
    if best == declared:
        return Reading("match" if size >= 5 else "unknown", declared)
    if best in related:
        return Reading("unknown")
    letters = sum(map(len, words))
    odds = ranked[best] / max(1e-9, sum(ranked[language] for language in related if language in ranked))
    foreign = len(_NOT_LATIN.findall(prose)) / letters > 0.8 and declared not in _OTHER_SCRIPTS
    theirs = {word for word in words if word in _WORDS.get(best, ()) and word not in _WORDS.get(declared, ())}
    ours = {word for word in words if word in _WORDS.get(declared, ()) and word not in _WORDS.get(best, ())}
    proven = _proven(size, letters, ranked[best], odds, len(theirs), len(ours), known=best in _WORDS)
    if proven or (foreign and letters >= 12):
        return Reading("mismatch", best, plain=best in _WORDS or foreign)
    likely = ranked[best] >= 0.3 if best in _WORDS else ranked[best] >= 0.9 and letters >= 12 and not ours
    return Reading("doubtful", best) if odds >= 2 and likely else Reading("unknown")


def _proven(words: int, letters: int, share: float, odds: float, theirs: int, ours: int, *, known: bool) -> bool:
    if words < 3 or (words < 6 and letters < 40 and theirs < 2):
        return False
    if known:
        enough = 2 if words < 12 else 3
        return theirs >= enough and theirs > 2 * ours and (odds >= 2 if theirs >= 3 else odds >= 20)
    mixed = ours > max(4, words // 50)
    return letters >= 80 and share >= 0.95 and odds >= 50 and not mixed


def _prose(text: str) -> str:
    """The text without code, addresses, numbers and phonetic script, and without quotations where something remains.

    Empty where less than half remains.
    """
    whole = "\n".join(dict.fromkeys(line.strip() for line in text.splitlines()))
    plain = _NOT_PROSE.sub(" ", whole)
    if len("".join(_WORD.findall(plain))) < 0.5 * len("".join(_WORD.findall(whole))):
        return ""
    bare = _QUOTED.sub(" ", plain)
    return bare if len(_WORD.findall(bare)) >= 3 else plain


def _identify(text: str) -> list[tuple[str, float]]:
    ranked: list[tuple[str, float]] = _model().rank(text[:4000])
    return ranked


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_MODELLED)
    return model
