"""Sentences for remarks, read from `effects.toml`: what rules find, what it does to people, what may be absent."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from a11ycheck.conformance.evidence import CriterionEvidence
from a11ycheck.conformance.text import printable
from a11ycheck.store.rows import RuleRow


@dataclass(frozen=True)
class Absence:
    """Content that pages may not have. `axe`: the axe rules whose `inapplicable` shows that it is absent."""

    content: str
    axe: frozenset[str]

    def is_shown_by(self, evidence: CriterionEvidence) -> bool:
        """Whether the checks that ran could have seen the content: those of axe named here, or one of our own."""
        ran = {rule.rule for rule in evidence.rules}
        return (bool(self.axe) and ran >= self.axe) or any(rule.check == rule.rule for rule in evidence.rules)


def what_it_finds(rule: RuleRow) -> str:
    """A noun phrase or title for what a rule finds, without a full stop."""
    known = _data()["rule"].get(rule.rule, {}).get("what")
    if known:
        return str(known)
    title = (rule.help or rule.rule).rstrip(".")
    return f"Places that break the rule “{title}”" if rule.check != rule.rule else title


def effect(rule: RuleRow, num: str) -> str:
    """One sentence: what the barrier does to whom; empty when neither rule nor criterion has one."""
    own = _data()["rule"].get(rule.rule, {}).get("effect")
    return str(own or _data()["criterion"].get(num, ""))


def place(landmarks: tuple[str, ...]) -> str:
    """The part of a page that the innermost landmark makes, or an empty string outside landmarks."""
    if not landmarks:
        return ""
    return str(_data()["landmark"].get(landmarks[-1], printable(landmarks[-1])))


def role_name(role: str) -> str:
    """What people call an element of this role, or an empty string."""
    return str(_data()["role"].get(role, printable(role)))


def absence(num: str) -> Absence | None:
    """What a product may lack so that a criterion has nothing to apply to, or None."""
    record = _data()["absence"].get(num)
    return None if record is None else Absence(record["content"], frozenset(record.get("axe", ())))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("effects.toml").read_text(encoding="utf-8"))
