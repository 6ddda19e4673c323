from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import tabindex_order


def test_asks_once_where_the_order_changes(judge: Judge) -> None:
    html = '<a href="#a">Home</a><input aria-label="B" tabindex="2"><input aria-label="A" tabindex="1">'
    (outcome,) = judge(tabindex_order, html)
    assert outcome.outcome == "cantTell"
    assert outcome.message.startswith("“A” (tabindex 1) is number 1 by the Tab key and number 3 in the document.")


def test_passes_values_that_change_nothing(judge: Judge) -> None:
    html = '<input aria-label="A" tabindex="1"><input aria-label="B" tabindex="2"><a href="#a">Home</a>'
    assert [outcome.outcome for outcome in judge(tabindex_order, html)] == ["passed"]


@pytest.mark.parametrize(
    "html", ['<a href="#a" tabindex="0">Home</a>', '<p>Text</p><a href="#a" tabindex="3" hidden>x</a>']
)
def test_is_inapplicable_without_positive_values(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(tabindex_order, html)] == ["inapplicable"]
