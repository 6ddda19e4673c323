from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import heading_text


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Opening hours</h1><p>We are open Monday through Friday, from ten in the morning to four.</p>",
        "<h1>The file format</h1><h2>Header</h2><p>The first four bytes are its signature.</p><h2>Body</h2><p>The rest.</p>",
        "<h1>Server</h1><p>Text.</p><h2>Synopsis</h2><p>move the installation from one machine to another machine</p>",
        "<h1>A</h1><p>Apple: the round fruit of a tree of the rose family, with thin red or green skin.</p>",
    ],
)
def test_passes_headings_without_doubt(judge: Judge, html: str) -> None:
    assert {outcome.outcome for outcome in judge(heading_text, html)} == {"passed"}


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Weather</h1><p>We are open Monday through Friday, from ten in the morning to four.</p>",
        "<h1>Page</h1><h2>Section title</h2><p>Text</p>",
    ],
)
def test_asks_about_headings_in_doubt(judge: Judge, html: str) -> None:
    assert "cantTell" in {outcome.outcome for outcome in judge(heading_text, html)}


@pytest.mark.parametrize("html", ["<p>Text</p>", "<p>Text</p><h1 hidden>Weather</h1>", "<p>Text</p><h1></h1>"])
def test_is_inapplicable_without_headings(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(heading_text, html)] == ["inapplicable"]
