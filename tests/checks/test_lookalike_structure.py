from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import lookalike_structure

LONG = "<p>Before you change the server, copy its files to another machine and check that the copy can be read.</p>"


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>Back up</h2>{LONG}",
        f"<p><b>Never</b> skip this.</p>{LONG}",
        "<p>One<br>Two<br>Three</p>",
        f"<p><b>Stop!</b></p>{LONG}",
    ],
)
def test_passes_real_structure_and_plain_text(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(lookalike_structure, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        f"<p><b>Back up</b></p>{LONG}",
        f"<p><strong>Back up</strong></p>{LONG}",
        f"<div style='font-weight: 700'>Back up</div>{LONG}",
        "<p>- One<br>- Two<br>- Three</p>",
        "<div>1. One<br>2. Two<br>3. Three</div>",
    ],
)
def test_asks_about_lookalikes(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(lookalike_structure, html)] == ["cantTell"]


def test_is_inapplicable_without_text(judge: Judge) -> None:
    assert [
        outcome.outcome for outcome in judge(lookalike_structure, '<!DOCTYPE html><html><body><img src="a.png" alt="">')
    ] == ["inapplicable"]
