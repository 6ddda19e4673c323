from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from a11ycheck.config import load
from a11ycheck.errors import ConfigError
from a11ycheck.gating import KnownIssue, Suppression


@pytest.mark.parametrize("selector", ["a", "#x a.b", "nav > a[href^='http']", ":is(a, b) .c", "*"])
def test_selectors_of_tags_ids_classes_and_attributes_are_taken(selector: str) -> None:
    assert Suppression(selector=selector, reason="x").selector == selector


@pytest.mark.parametrize("selector", ["a[", "a >", "::before", "a:nope"])
def test_a_selector_that_does_not_parse_is_an_error(selector: str) -> None:
    with pytest.raises(ValidationError, match="not a CSS selector for elements"):
        Suppression(selector=selector, reason="x")


@pytest.mark.parametrize(
    "selector",
    ["a:not(.b)", "li:nth-child(2)", "a + b", "a ~ b", "input:checked", ":root a", "p:empty", "a:has(b)", ":hover"],
)
def test_a_selector_that_stored_findings_cannot_decide_is_an_error(selector: str) -> None:
    with pytest.raises(ValidationError, match="stored findings cannot decide"):
        Suppression(selector=selector, reason="x")


@pytest.mark.parametrize(
    ("toml", "key"),
    [
        ('[[suppress]]\nselector = "a["\nreason = "x"', "suppress.0.selector: not a CSS selector"),
        ('[[suppress]]\nrule = "x"', "suppress.0.reason: Field required"),
        ('[[suppress]]\nrule = "x"\nreason = "  "', "suppress.0.reason: needs a reason"),
        ('[[suppress]]\nreason = "x"', "suppress.0: needs at least one of check, rule, selector, url, criterion"),
        ('[[suppress]]\nrule = "x"\nreason = "x"\nuntil = "soon"', "suppress.0.until: "),
        ('[[suppress]]\nrules = "x"\nreason = "x"', "suppress.0.rules: unknown key"),
        ("[budget]\ntotal = -1", "budget.total: "),
        ('[budget.criterion]\n"1.1.1" = -1', "budget.criterion: 1.1.1: a budget cannot be negative"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, toml: str, key: str) -> None:
    path = tmp_path / "a11ycheck.toml"
    path.write_text(toml)
    with pytest.raises(ConfigError) as error:
        load(path)
    assert f"{path}: {key}" in error.value.message


def test_a_suppression_is_over_the_day_after_its_last() -> None:
    rule = Suppression(rule="x", reason="x", until=date(2026, 5, 1))
    assert not rule.expired(date(2026, 5, 1))
    assert rule.expired(date(2026, 5, 2))
    assert not Suppression(rule="x", reason="x").expired(date.max)


def test_a_known_issue_says_what_was_given() -> None:
    bare = KnownIssue(rule="image-alt", id="DOC-1")
    full = KnownIssue(
        url="*/tour*", id="DOC-2", workaround="Read the text.", plan="version 8", link="https://t.example/2"
    )
    assert bare.sentences == "Issue DOC-1."
    assert full.sentences == "Issue DOC-2. Workaround: Read the text. Plan: version 8."


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"id": "A"}, "needs at least one of"),
        ({"id": "", "rule": "x"}, "at least 1 character"),
        ({"id": "A", "rule": "x", "link": "javascript:alert(1)"}, "pattern"),
    ],
)
def test_a_known_issue_without_place_or_id_is_an_error(table: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        KnownIssue.model_validate(table)
