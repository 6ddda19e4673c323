from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import link_same_name


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="a.html">Contact</a> and again <a href="/a.html">contact</a></p>',
        '<p>Ferry <a href="a.html">times</a></p><p>Bus <a href="b.html">times</a></p>',
    ],
)
def test_passes_equal_names_for_equal_things(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(link_same_name, html)] == ["passed"]


def test_asks_where_equal_names_lead_apart(judge: Judge) -> None:
    (outcome,) = judge(link_same_name, '<p>Ferry: <a href="a.html">times</a>, bus: <a href="b.html">times</a></p>')
    assert outcome.outcome == "cantTell"
    assert "/a.html" in outcome.message
    assert "/b.html" in outcome.message


def test_ways_back_from_a_note_are_not_compared(judge: Judge) -> None:
    html = '<p>Note (<a role="doc-backlink" href="#a">1</a>, <a role="doc-backlink" href="#b">2</a>) as in <a href="#c">2</a></p>'
    assert "cantTell" not in [outcome.outcome for outcome in judge(link_same_name, html)]
    assert "cantTell" in [outcome.outcome for outcome in judge(link_same_name, html.replace("doc-backlink", "link"))]


@pytest.mark.parametrize("html", ["<p>Text</p>", '<a href="a.html">One</a> <a href="b.html">Two</a>'])
def test_is_inapplicable_without_equal_names(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(link_same_name, html)] == ["inapplicable"]
