from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import owned_structure


@pytest.mark.parametrize(
    "html",
    [
        '<div role="list" aria-owns="i"></div><div role="list" aria-owns="i"></div><div role="listitem" id="i">A</div>',
        '<div id="box"><div role="group" aria-label="G" aria-owns="box">A</div></div>',
    ],
)
def test_asks_about_content_claimed_twice_or_from_inside(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(owned_structure, html)] == ["cantTell"]


def test_passes_one_owner_each(judge: Judge) -> None:
    html = (
        '<div role="list" aria-owns="i j"></div><div role="listitem" id="i">A</div><div role="listitem" id="j">B</div>'
    )
    assert [outcome.outcome for outcome in judge(owned_structure, html)] == ["passed"]


@pytest.mark.parametrize("html", ["<ul><li>A</ul>", '<div hidden><div role="list" aria-owns="i"></div></div>'])
def test_is_inapplicable_without_owners(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(owned_structure, html)] == ["inapplicable"]
