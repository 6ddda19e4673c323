from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import heading_levels


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Manual</h1><h2>Setup</h2><h4>On Debian</h4>",
        '<h1>Manual</h1><h2>Setup</h2><h3 style="font-size:40px">Backup</h3>',
        '<div role="heading" aria-level="1">Manual</div><div role="heading" aria-level="3">Setup</div>',
    ],
)
def test_asks_once_about_levels_that_skip_or_look_otherwise(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(heading_levels, html)] == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Manual</h1><h2>Setup</h2><h3>Debian</h3><h2>Use</h2>",
        "<main><h1>Manual</h1></main><nav><h4>Next page</h4></nav>",
        "<h2>Menu</h2><h1>Manual</h1><h2>Setup</h2>",
        "<h1>Manual</h1><h2>Setup</h2><h3>Debian</h3><h1>Other</h1>",
    ],
)
def test_passes_levels_in_steps(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(heading_levels, html)] == ["passed"]


@pytest.mark.parametrize("html", ["<p>Text</p>", "<h3>Alone</h3>", "<h1>One</h1><h4 hidden>Two</h4>"])
def test_is_inapplicable_to_fewer_than_two_headings(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(heading_levels, html)] == ["inapplicable"]
