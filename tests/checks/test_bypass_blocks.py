from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import bypass_blocks
from a11ycheck.model import CheckOutcome

NAV = "<nav><a href='/a'>one</a><a href='/b'>two</a></nav>"


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "rest",
    [
        "<a href='#m'>Skip to main content</a>" + NAV + "<div id=m><a href='/c'>in it</a></div>",
        "<a href='#m'>Skip to main content</a>" + NAV + "<div id=m>text</div><a href='/c'>behind it</a>",
        "<a href='#m'>Skip to main content</a>" + NAV + "<div id=m>nothing more to focus</div>",
        "<a href='#m'>Skip navigation</a>" + NAV + "<a name=m></a><p>old anchor <a href='/c'>in it</a></p>",
        "<a href='#m' onclick='event.preventDefault(); m.tabIndex = -1; m.focus()'>Skip to content</a>"
        + NAV + "<div id=m><a href='/c'>by script</a></div>",
    ],
    ids=["in", "behind", "end", "name", "script"],
)  # fmt: skip
def test_passes_a_link_that_skips(judge: Judge, rest: str) -> None:
    assert outcomes(judge(bypass_blocks, rest)) == ["passed"]


@pytest.mark.parametrize(
    "rest",
    [
        "<a href='#missing'>Skip to main content</a>" + NAV + "<div id=m><a href='/c'>in it</a></div>",
        "<a href='#m' onclick='event.preventDefault()'>Skip to content</a>"
        + NAV
        + "<div id=m><a href='/c'>in it</a></div>",
    ],
    ids=["no target", "no effect"],
)
def test_fails_a_link_that_does_not_skip(judge: Judge, rest: str) -> None:
    assert outcomes(judge(bypass_blocks, rest)) == ["failed"]
    assert outcomes(judge(bypass_blocks, rest + "<h1>Another way</h1>")) == ["cantTell"]


@pytest.mark.parametrize(
    "rest", [NAV + "<main>text</main>", NAV + "<h1>Title</h1>", "<p>nothing to skip</p>", NAV + "<p>text</p>"]
)
def test_is_inapplicable_without_a_skip_link(judge: Judge, rest: str) -> None:
    assert outcomes(judge(bypass_blocks, rest)) == ["inapplicable"]
