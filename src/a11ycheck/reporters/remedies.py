"""Why a finding matters to whom, and how to repair it: words, an example before and after, the nearest passing colour.

Words on axe rules are in `remedies.toml` and conformance's `effects.toml`, those on checks of our own in their manual page.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from a11ycheck.checks.base import checks
from a11ycheck.checks.manual import Manual, manual
from a11ycheck.conformance import wording
from a11ycheck.language import gettext as _
from a11ycheck.store.rows import FindingRow, RuleRow

_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_RATIO = re.compile(r"(\d+(?:[.,]\d+)?):1")
_EXAMPLE = re.compile(r"Before: `([^`]+)`[.;,]?\s*After: `([^`]+)`[.;,]?\s*")
_STEPS = 255


@dataclass(frozen=True)
class Remedy:
    """How to repair what a rule finds. `fix` may be empty; `before` and `after` are both given or both empty."""

    fix: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Colour:
    """A colour that passes where another does not: hexadecimal, with the ratio it reaches and the one it needs."""

    value: str
    ratio: float
    needed: float


def why(rule: RuleRow) -> str:
    """What it does to whom; empty when nothing is known."""
    numbers = rule.criteria or ("",)
    return _(next((text for num in numbers if (text := wording.effect(rule, num))), ""))


def remedy(rule: RuleRow) -> Remedy:
    """How to repair what a rule finds, in the language spoken now; empty when nothing is known."""
    known = remedies().get(rule.rule)
    found = Remedy(known["fix"], known["before"], known["after"]) if known else own_remedy(rule.check)
    return replace(found, fix=_(found.fix))


def own_remedy(check: str) -> Remedy:
    """How to repair what a check of our own finds, as its manual page says it; empty for any other."""
    page = _manuals().get(check)
    text = " ".join(page.parts.get("Remedy", "").split()) if page else ""
    example = _EXAMPLE.search(text)
    rest = _EXAMPLE.sub("", text).strip()
    if example and (not rest or rest[0].isupper()):
        return Remedy(rest.replace("`", ""), example[1], example[2])
    return Remedy(text.replace("`", ""))


def better_colour(finding: FindingRow) -> Colour | None:
    """The text colour nearest to the one found, towards black or white, that has the needed ratio; None when none is known.

    Read from a contrast finding: from its message two colours, text and background, and the ratio asked for last.
    """
    if "contrast" not in finding.rule.rule:
        return None
    colours, asked = _HEX.findall(finding.message), _RATIO.findall(finding.message)
    if len(colours) < 2 or not asked:
        return None
    text, ground = (_rgb(colour) for colour in colours[:2])
    needed = float(asked[-1].replace(",", "."))
    if not 1 < needed <= 21 or contrast(text, ground) >= needed:
        return None
    for step in range(_STEPS + 1):
        for end in (0, 255):
            tried = tuple(round(channel + (end - channel) * step / _STEPS) for channel in text)
            if (ratio := contrast(tried, ground)) >= needed:
                return Colour("#" + "".join(f"{channel:02x}" for channel in tried), ratio, needed)
    return None


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast ratio of two colours (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def remedies() -> dict[str, dict[str, str]]:
    """All remedies of axe rules: `{rule: {fix, before, after}}`."""
    table: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("remedies.toml").read_text(encoding="utf-8")
    )
    return table


@cache
def _manuals() -> dict[str, Manual]:
    return {check.META.id: manual(check) for check in checks()}


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: tuple[int, ...]) -> float:
    linear = [
        channel / 255 / 12.92 if channel / 255 <= 0.04045 else ((channel / 255 + 0.055) / 1.055) ** 2.4
        for channel in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
