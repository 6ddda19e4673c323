"""The adapter's judgement on axe's results, on evidence written by hand."""

from __future__ import annotations

from typing import Any

import pytest

from a11ycheck.checks import axe
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, Impact, Outcome, PageFacts, Target

RULES: dict[str, Any] = {
    "image-alt": {
        "help": "Images",
        "help_url": "https://x/image-alt",
        "tags": ["wcag2a", "wcag111"],
        "act": ["23a2a8"],
    },
    "region": {"help": "Landmarks", "help_url": "https://x/region", "tags": ["best-practice"], "act": []},
    "aria-hidden-focus": {
        "help": "Hidden",
        "help_url": "https://x/h",
        "tags": ["wcag2a", "wcag412"],
        "act": ["6cfa84"],
    },
    "color-contrast": {"help": "Contrast", "help_url": "https://x/contrast", "tags": ["wcag2aa", "wcag143"], "act": []},
    "label-content-name-mismatch": {
        "help": "Labels",
        "help_url": "https://x/l",
        "tags": ["wcag253"],
        "act": ["2ee8b8"],
    },
    "link-in-text-block": {"help": "Links", "help_url": "https://x/t", "tags": ["wcag2a", "wcag141"], "act": []},
    "p-as-heading": {
        "help": "Headings",
        "help_url": "https://x/p",
        "tags": ["wcag2a", "wcag131", "experimental"],
        "act": [],
    },
    "css-orientation-lock": {
        "help": "Orientation",
        "help_url": "https://x/o",
        "tags": ["wcag134", "experimental"],
        "act": [],
    },
}
NODE = {
    "target": ["img"],
    "impact": "critical",
    "reasons": {"any": [{"id": "a", "message": "No alt"}, {"id": "b", "message": "No title"}], "all": [], "none": []},
    "location": {"selector": "img", "html": "<img>", "box": [0, 0, 1, 1], "identity": {"role": "img", "name": ""}},
}


def judge(**results: Any) -> list[CheckOutcome]:
    nothing: dict[str, Any] = {"violations": [], "incomplete": [], "passes": [], "inapplicable": []}
    collected = {"version": "4.12.1", **nothing, "frames_skipped": 0, **results}
    evidence = Evidence(Target(url="http://x/"), PageFacts(), {"axe": collected}, {"axe-rules:4.12.1": RULES})
    return list(axe.judge(evidence))


def test_fails_for_a_violation() -> None:
    [outcome] = judge(violations=[{"id": "image-alt", "impact": "critical", "nodes": [NODE]}])
    assert (outcome.outcome, outcome.rule) == (Outcome.FAILED, "image-alt")
    assert (outcome.criteria, outcome.impact) == (("1.1.1",), Impact.CRITICAL)
    assert outcome.act == ("23a2a8",)
    assert outcome.message == "No alt."
    assert outcome.location is not None
    assert outcome.location.identity.role == "img"


def test_asks_for_an_incomplete_result() -> None:
    [outcome] = judge(incomplete=[{"id": "color-contrast", "impact": "serious", "nodes": [NODE]}])
    assert (outcome.outcome, outcome.criteria) == (Outcome.CANT_TELL, ("1.4.3",))


def test_passes_and_is_inapplicable_as_axe_says() -> None:
    passed, inapplicable = judge(passes=["image-alt"], inapplicable=["color-contrast"])
    assert (passed.outcome, passed.rule, passed.location) == (Outcome.PASSED, "image-alt", None)
    assert inapplicable.outcome is Outcome.INAPPLICABLE


def test_best_practice_and_experimental_rules_never_fail_a_criterion() -> None:
    outcomes = judge(
        violations=[{"id": rule, "impact": "serious", "nodes": [NODE]} for rule in ("region", "p-as-heading")]
    )
    assert [(outcome.best_practice, outcome.criteria) for outcome in outcomes] == [(True, ()), (True, ())]


def test_the_proven_experimental_rules_do() -> None:
    [outcome] = judge(violations=[{"id": "css-orientation-lock", "impact": "serious", "nodes": [NODE]}])
    assert (outcome.best_practice, outcome.criteria) == (False, ("1.3.4",))


def test_a_node_without_a_place_keeps_axe_s_selectors() -> None:
    node = {**NODE, "location": None, "target": [["#host", "img"], "p"]}
    [outcome] = judge(violations=[{"id": "image-alt", "impact": None, "nodes": [node]}])
    assert outcome.location is not None
    assert outcome.location.selector == "#host >>> img >>> p"


def test_tags_name_criteria() -> None:
    assert axe.criteria(["wcag2a", "wcag21aa", "wcag143", "wcag1410", "cat.color"]) == ("1.4.3", "1.4.10")


def test_a_page_without_media_rules_is_not_asked_about_its_orientation() -> None:
    page = {**NODE, "target": ["html"], "location": {**NODE["location"], "selector": "html"}}
    asked = {"id": "css-orientation-lock", "impact": "serious"}
    [outcome] = judge(incomplete=[{**asked, "nodes": [{**page, "media_rules": False}]}])
    assert (outcome.outcome, outcome.location) == (Outcome.INAPPLICABLE, None)
    [outcome] = judge(incomplete=[{**asked, "nodes": [{**page, "media_rules": True}]}])
    assert outcome.outcome is Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("inks", "outcome"),
    [
        ({"link": [[0, 0, 238]], "around": []}, Outcome.CANT_TELL),
        ({"link": [[0, 114, 170]], "around": [[34, 34, 34]]}, Outcome.PASSED),
        ({"link": [[0, 114, 170], [40, 40, 40]], "around": [[34, 34, 34]]}, Outcome.CANT_TELL),
        ({"link": [[0, 114, 170]], "around": [[0, 90, 140], [34, 34, 34]]}, Outcome.CANT_TELL),
        ({"link": [], "around": [[34, 34, 34]]}, Outcome.CANT_TELL),
        (None, Outcome.CANT_TELL),
    ],
    ids=["nothing around", "apart", "one text alike", "its own surroundings alike", "no text", "unknown"],
)
def test_links_whose_colour_is_far_from_the_text_around_them_pass(inks: Any, outcome: Outcome) -> None:
    asked = {"id": "link-in-text-block", "impact": "serious"}
    [found] = judge(incomplete=[{**asked, "nodes": [{**NODE, "inks": inks}]}])
    assert found.outcome is outcome
    [found] = judge(violations=[{**asked, "nodes": [{**NODE, "inks": inks}]}])
    assert found.outcome is Outcome.FAILED


def test_asks_about_a_label_that_its_name_holds_in_another_spelling() -> None:
    def mismatch(label: str) -> dict[str, Any]:
        identity = {"role": "link", "name": "Main Street"}
        place = {"selector": "a", "html": f'<a href="#" aria-label="Main Street">{label}</a>', "box": [0, 0, 1, 1]}
        return {"id": "label-content-name-mismatch", "nodes": [{**NODE, "location": {**place, "identity": identity}}]}

    outcomes = judge(violations=[mismatch("Main St."), mismatch("Map")])
    assert [each.outcome for each in outcomes] == [Outcome.CANT_TELL, Outcome.FAILED]


@pytest.mark.parametrize(
    ("shown", "name", "outcome"),
    [
        ('<span aria-hidden="true">😀</span>', "grinning face", Outcome.INAPPLICABLE),
        ("×", "Close", Outcome.INAPPLICABLE),
        ("2", "Page 2", Outcome.PASSED),
        ("2", "Second page", Outcome.CANT_TELL),
        ("Send", "😀", Outcome.CANT_TELL),
    ],
)
def test_a_label_that_axe_cannot_read_and_says_nothing_of(shown: str, name: str, outcome: Outcome) -> None:
    location = {
        "selector": "button",
        "html": f"<button>{shown}</button>",
        "box": [0, 0, 9, 9],
        "identity": {"role": "button", "name": name},
    }
    silent: dict[str, Any] = {
        "any": [{"id": "label-content-name-mismatch", "impact": "serious"}],
        "all": [],
        "none": [],
    }
    node = {**NODE, "reasons": silent, "location": location}
    [found] = judge(incomplete=[{"id": "label-content-name-mismatch", "impact": "serious", "nodes": [node]}])
    assert found.outcome is outcome
    assert found.message == ("Labels" if outcome is Outcome.CANT_TELL else "")


@pytest.mark.parametrize(
    ("rule", "overlaid", "outcome"),
    [
        ("aria-hidden-focus", True, Outcome.CANT_TELL),
        ("aria-hidden-focus", False, Outcome.FAILED),
        ("region", True, Outcome.UNTESTED),
        ("region", False, Outcome.FAILED),
    ],
)
def test_what_an_open_menu_hides_is_no_proof(rule: str, overlaid: bool, outcome: Outcome) -> None:
    node = {**NODE, **({"overlaid": True} if overlaid else {})}
    [found] = judge(violations=[{"id": rule, "impact": "serious", "nodes": [node]}])
    assert found.outcome is outcome
    assert ("does it keep it" in found.message) is (outcome is Outcome.CANT_TELL)
    assert ("cannot be told" in found.message) is (outcome is Outcome.UNTESTED)


def test_all_that_an_open_menu_hides_is_one_question() -> None:
    overlaid = {**NODE, "overlaid": True}
    nodes = [overlaid, {**overlaid}, {**NODE}]
    outcomes = judge(violations=[{"id": "aria-hidden-focus", "impact": "serious", "nodes": nodes}])
    assert [outcome.outcome for outcome in outcomes] == [Outcome.CANT_TELL, Outcome.FAILED]


@pytest.mark.parametrize("fact", ["guard", "silent", "hosted"])
def test_what_axe_cannot_know_is_asked(fact: str) -> None:
    node = {**NODE, fact: True}
    [found] = judge(violations=[{"id": "image-alt", "impact": "serious", "nodes": [node]}])
    assert (found.outcome, found.message) == (Outcome.CANT_TELL, axe.DOUBTS[fact].format(message="No alt."))
