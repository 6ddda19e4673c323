"""What reports say on repairing a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from a11ycheck.model import Impact, Location, Outcome
from a11ycheck.reporters.remedies import better_colour, contrast, remedies, remedy, why
from a11ycheck.standards.mapping import axe_rules
from a11ycheck.store.rows import FindingRow, RuleRow


def rule(name: str, check: str = "axe", criteria: tuple[str, ...] = ("1.4.3",)) -> RuleRow:
    return RuleRow(1, check, name, criteria, best_practice=False, act=(), help="", help_url="")


def finding(message: str, name: str = "color-contrast") -> FindingRow:
    return FindingRow(1, 1, rule(name), "g", Outcome.FAILED, Impact.SERIOUS, message, "f", Location(selector="p"), {})


def test_remedies_are_of_rules_that_axe_has_and_are_whole() -> None:
    known = set(axe_rules())
    for name, words in remedies().items():
        assert name in known, name
        assert set(words) == {"fix", "before", "after"}, name
        assert words["fix"].endswith("."), name
        assert words["before"] != words["after"], name


def test_every_check_of_our_own_says_how_to_repair() -> None:
    found = remedy(rule("focus-visible", check="focus-visible"))
    assert found.before == "a:focus { outline: none }"
    assert "outline: 2px solid" in found.after
    assert "Before" not in found.fix


def test_an_unknown_rule_has_no_remedy_and_the_effect_of_its_criterion() -> None:
    unknown = rule("new-rule")
    assert remedy(unknown).fix == ""
    assert "low vision" in why(unknown)
    assert why(replace(unknown, criteria=())) == ""


AXE = (
    "Element has insufficient color contrast of {} (foreground color: {}, background color: {}, font size: 12.0pt)."
    " Expected contrast ratio of {}:1"
)


@pytest.mark.parametrize(
    ("text", "ground", "needed"),
    [("#9aa5b1", "#ffffff", 4.5), ("#555555", "#222222", 4.5), ("#ff0000", "#00ff00", 3.0)],
)
def test_the_nearest_passing_colour_passes_and_the_one_before_does_not(text: str, ground: str, needed: float) -> None:
    better = better_colour(finding(AXE.format(2.5, text, ground, needed)))
    assert better is not None
    assert better.needed == needed
    assert better.ratio >= needed
    assert better.ratio < needed + 0.4
    rgb: Any = tuple(int(better.value[at : at + 2], 16) for at in (1, 3, 5))
    background: Any = tuple(int(ground[at : at + 2], 16) for at in (1, 3, 5))
    assert contrast(rgb, background) == better.ratio


def test_no_colour_is_told_where_numbers_are_missing() -> None:
    assert better_colour(finding("The background image hides the colour behind the text")) is None
    assert better_colour(finding(AXE.format(5, "#000000", "#ffffff", 4.5))) is None
    assert better_colour(finding(AXE.format(2.5, "#9aa5b1", "#ffffff", 4.5), name="image-alt")) is None
    assert better_colour(finding(AXE.format(2.5, "#9aa5b1", "#ffffff", 99))) is None
