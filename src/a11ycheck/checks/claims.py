"""Reads statements of conformance in English text: which standard, how far, and of when.

Advice ("pages should meet WCAG"), questions and mere mentions are no statements. Used by the check on claims and by the
comparison across pages.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Stance = Literal["conforms", "partial", "goal"]

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])")
_STANDARD = re.compile(
    r"\bWCAG\s*(?P<version>2\.[0-2])?(?:\s*(?:,|(?i:level)|at|\()*\s*(?P<level>AAA|AA|A)\b)?"
    r"|(?P<us>\b(?:Section )?508\b)|(?P<en>EN 301 549)"
)
_ADVICE = re.compile(
    r"\b(?:should|must|shall|need(?:s|ed)? to|require[sd]?|requirements?|how to|ensure|make sure|whether|if|when|you|your|can|could"
    r"|would|might|may|helps?|in order to|learn|checks?|tests?)\b|\?",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:work(?:s|ing)? towards?|aims?|aiming|striv\w+|goals?|targets?|targeting|plan(?:s|ned|ning)?|commit\w*|in progress"
    r"|seek\w*|intend\w*|will be)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:partial\w*|mostly|largely|with exceptions|not (?:yet |fully )*(?:complian\w+|conform\w*|meet)"
    r"|does not (?:fully )?(?:comply|conform|meet|support))\b",
    re.IGNORECASE,
)
_CONFORMS = re.compile(
    r"\b(?:complian(?:t|ce)|compl(?:y|ies)|conform(?:s|ant|ance)?|meets?|certified|satisf(?:y|ies)|rat(?:ed|ing))\b",
    re.IGNORECASE,
)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_DATE = re.compile(
    rf"(?P<iso>\b20\d\d-\d\d-\d\d\b)|\b(?P<month>{'|'.join(_MONTHS)})\s+(?:\d{{1,2}},?\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Claim:
    """One statement. `standard`: WCAG, Section 508 or EN 301 549; `version` and `level` of WCAG, empty when not named.

    `dated`: the newest date in the block of text that holds it.
    """

    text: str
    standard: str
    version: str
    level: str
    stance: Stance
    dated: date | None

    @property
    def name(self) -> str:
        """The standard as named, such as "WCAG 2.1 AA"."""
        return " ".join(part for part in (self.standard, self.version, self.level) if part)


def claims(text: str) -> tuple[Claim, ...]:
    """The statements in one block of text, one per sentence and standard."""
    dated = max(_dates(text), default=None)
    found = []
    for sentence in _SENTENCE.split(text):
        stance = _stance(sentence)
        if stance is None:
            continue
        for match in _STANDARD.finditer(sentence):
            standard = "Section 508" if match["us"] else "EN 301 549" if match["en"] else "WCAG"
            found.append(Claim(sentence, standard, match["version"] or "", match["level"] or "", stance, dated))
    return tuple(dict.fromkeys(found))


def contradict(one: Claim, other: Claim) -> bool:
    """Whether two statements on one standard cannot both be taken as they stand."""
    if one.standard != other.standard:
        return False
    if (one.stance == "conforms") != (other.stance == "conforms"):
        return True
    both = one.stance == "conforms" and bool(one.version and other.version)
    return both and one.name != other.name


def _stance(sentence: str) -> Stance | None:
    if _ADVICE.search(_DATE.sub("", sentence)):
        return None
    if _GOAL.search(sentence):
        return "goal"
    if _PARTIAL.search(sentence):
        return "partial"
    return "conforms" if _CONFORMS.search(sentence) else None


def _dates(text: str) -> list[date]:
    found = []
    for match in _DATE.finditer(text):
        if not match["iso"]:
            found.append(date(int(match["year"]), _MONTHS[match["month"].lower()], 1))
            continue
        try:
            found.append(date.fromisoformat(match["iso"]))
        except ValueError:
            continue
    return found
