from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import frame_same_name

OTHER = {"/other.html": "<!DOCTYPE html><title>Other</title><p>Other"}


def frames(*pairs: tuple[str, str]) -> str:
    return "".join(f'<iframe title="{title}" src="{src}"></iframe>' for title, src in pairs)


def test_passes_one_address_shown_twice(judge: Judge) -> None:
    assert [
        outcome.outcome for outcome in judge(frame_same_name, frames(("Map", "/frame.html"), ("map ", "/frame.html")))
    ] == ["passed", "passed"]


def test_asks_about_different_addresses(judge: Judge) -> None:
    html = frames(("Map", "/frame.html"), ("Map", "/other.html"))
    assert [outcome.outcome for outcome in judge(frame_same_name, html, files=OTHER)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        frames(("Map", "/frame.html"), ("List", "/frame.html")),
        frames(("", "/frame.html"), ("", "/other.html")),
    ],
)
def test_is_inapplicable_without_equal_names(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(frame_same_name, html, files=OTHER)] == ["inapplicable"]
