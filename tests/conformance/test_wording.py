from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from a11ycheck.conformance.wording import absence, effect, place, what_it_finds
from a11ycheck.standards.mapping import axe_rules
from a11ycheck.standards.wcag import criteria, is_criterion
from a11ycheck.store.rows import RuleRow


def rule(name: str, check: str = "axe", help: str = "") -> RuleRow:
    return RuleRow(1, check, name, (), False, (), help, "")


DATA = tomllib.loads(files("a11ycheck.conformance").joinpath("effects.toml").read_text(encoding="utf-8"))
AAA_ONLY = {"color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions"}


def test_every_standard_axe_rule_of_levels_a_and_aa_has_words() -> None:
    standard = {name for name, known in axe_rules().items() if known.status == "standard"} - AAA_ONLY
    assert standard <= set(DATA["rule"])


def test_words_name_only_rules_that_exist() -> None:
    assert set(DATA["rule"]) <= set(axe_rules())


def test_every_criterion_of_levels_a_and_aa_has_an_effect() -> None:
    assert {criterion.num for criterion in criteria("2.2")} == set(DATA["criterion"])


def test_absence_names_known_criteria_and_rules() -> None:
    assert all(is_criterion(num) for num in DATA["absence"])
    assert {name for record in DATA["absence"].values() for name in record.get("axe", ())} <= set(axe_rules())


def test_effects_are_all_different_but_for_named_pairs() -> None:
    texts = [text for num, text in DATA["criterion"].items() if num not in ("1.2.5",)]
    assert len(set(texts)) == len(texts)


def test_an_unknown_axe_rule_is_named_by_its_help_and_a_check_by_its_title() -> None:
    assert (
        what_it_finds(rule("new-rule", help="Things must be so.")) == "Places that break the rule “Things must be so”"
    )
    assert what_it_finds(rule("reflow", "reflow", "Content does not reflow")) == "Content does not reflow"


def test_the_effect_of_a_rule_is_sharper_than_that_of_its_criterion() -> None:
    assert "button" in effect(rule("button-name"), "4.1.2")
    assert effect(rule("unknown"), "4.1.2") == DATA["criterion"]["4.1.2"]
    assert effect(rule("unknown"), "9.9.9") == ""


@pytest.mark.parametrize(
    ("landmarks", "name"), [((), ""), (("main", "navigation"), "navigation"), (("contentinfo",), "page footer")]
)
def test_place_is_the_innermost_landmark(landmarks: tuple[str, ...], name: str) -> None:
    assert place(landmarks) == name


def test_content_that_is_always_there_is_never_absent() -> None:
    assert absence("1.3.1") is None
    assert absence("1.2.2") is not None
