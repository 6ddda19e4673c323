from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import orientation_lock


def page(css: str) -> str:
    return f"<style>{css}</style><main style='height:95vh'>Content</main><p class=note>Note</p>"


@pytest.mark.parametrize(
    "css",
    [
        "@media (orientation: portrait) { html { transform: rotate(1turn) } }",
        "@media (orientation: portrait) { html { rotate: 4deg } }",
        "body { transform: rotate(90deg) } @media (orientation: portrait) { body { transform: rotate(90deg) } }",
    ],
)
def test_passes_content_that_stays_upright(judge: Judge, css: str) -> None:
    assert [outcome.outcome for outcome in judge(orientation_lock, page(css))] == ["passed"]


@pytest.mark.parametrize(
    "css",
    [
        "@media (orientation: portrait) { html { transform: rotate(90deg) } }",
        "@media screen and (orientation: landscape) { body { rotate: -90deg } }",
        "@media (orientation: landscape) { body { transform: matrix(0, 1, -1, 0, 0, 0) } }",
        "body { transform: rotate(2deg) } @media (orientation: landscape) { body { transform: rotate(92deg) } }",
        "@media (orientation: portrait) { main { transform: rotate(270deg) } }",
    ],
)
def test_fails_a_page_that_turns_itself(judge: Judge, css: str) -> None:
    assert [outcome.outcome for outcome in judge(orientation_lock, page(css))] == ["failed"]


def test_asks_about_a_part_that_is_turned(judge: Judge) -> None:
    (outcome,) = judge(orientation_lock, page("@media (orientation: portrait) { .note { rotate: 90deg } }"))
    assert outcome.outcome == "cantTell"


@pytest.mark.parametrize(
    "css",
    [
        "body { transform: rotate(90deg) }",
        "@media (orientation: portrait) { body { color: red } }",
        "@media (orientation: x) { body { rotate: 90deg } }",
    ],
)
def test_is_inapplicable_without_turning_under_an_orientation(judge: Judge, css: str) -> None:
    assert [outcome.outcome for outcome in judge(orientation_lock, page(css))] == ["inapplicable"]
