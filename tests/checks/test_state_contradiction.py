from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import state_contradiction

MENU = '<button aria-expanded="{}" aria-controls="m">Menu</button><div id="m" {}><a href="#a">Files</a></div>'


@pytest.mark.parametrize(
    "html",
    [
        MENU.format("true", "hidden"),
        MENU.format("true", 'style="display:none"'),
        '<div role="tablist"><button role="tab" aria-selected="true">A</button>'
        '<button role="tab" aria-selected="true">B</button></div>',
        '<div role="radiogroup" aria-label="Size"><span role="radio" aria-checked="true" tabindex="0">S</span>'
        '<span role="radio" aria-checked="true" tabindex="0">M</span></div>',
        '<ul role="listbox" aria-label="L"><li role="option" aria-selected="true">A<li role="option" aria-selected="true">B</ul>',
        '<div role="list"><div role="listitem" aria-setsize="3" aria-posinset="5">Five</div></div>',
        '<table aria-rowcount="2"><tr><td>1<tr><td>2<tr><td>3</table>',
        '<div role="progressbar" aria-label="Upload" aria-valuenow="350">350 of 400</div>',
        '<div role="slider" tabindex="0" aria-label="Volume" aria-valuemin="1" aria-valuemax="5" aria-valuenow="0"></div>',
    ],
)
def test_fails_proven_contradictions(judge: Judge, html: str) -> None:
    assert "failed" in {outcome.outcome for outcome in judge(state_contradiction, html)}


@pytest.mark.parametrize(
    "html",
    [
        MENU.format("false", ""),
        '<input type="checkbox" aria-label="Send" aria-checked="true">',
        '<label>Name <input required aria-required="false"></label>',
        "<details><summary aria-expanded=true>More</summary>Text</details>",
        '<ul role="listbox" tabindex="0" aria-label="L" aria-activedescendant="o"><li role="option" id="o" hidden>A</ul>',
    ],
)
def test_asks_where_browsers_or_patterns_differ(judge: Judge, html: str) -> None:
    assert {outcome.outcome for outcome in judge(state_contradiction, html)} == {"cantTell"}


@pytest.mark.parametrize(
    "html",
    [
        MENU.format("true", ""),
        MENU.format("false", "hidden"),
        '<button aria-expanded="true" aria-controls="m">Menu</button><div id="m" hidden></div>',
        '<button aria-expanded="true" aria-controls="one two">Both</button><p id="one" hidden>1</p><p id="two">2</p>',
        '<button aria-expanded="true" aria-haspopup="true" aria-controls="m">Menu</button><div id="m" hidden>Files</div>',
        '<input role="combobox" aria-label="City" aria-expanded="true" aria-controls="m"><ul id="m" role="listbox" hidden>'
        '<li role="option">A</ul>',
        '<div role="tablist"><button role="tab" aria-selected="true">A</button>'
        '<button role="tab" aria-selected="false">B</button></div>',
        '<div role="tablist" aria-multiselectable="true"><button role="tab" aria-selected="true">A</button>'
        '<button role="tab" aria-selected="true">B</button></div>',
        '<div role="tablist"><button role="tab" aria-selected="true">A</button><div hidden>'
        '<button role="tab" aria-selected="true">B</button></div></div>',
        '<div role="listitem" aria-setsize="-1" aria-posinset="5">Five</div>',
        '<table aria-rowcount="90"><tr><td>1<tr><td>2</table>',
        '<table aria-rowcount="-1"><tr><td>1<tr><td>2</table>',
        '<div role="progressbar" aria-label="Upload" aria-valuenow="350" aria-valuemax="400"></div>',
        '<input type="checkbox" aria-label="Send" aria-checked="false">',
    ],
)
def test_passes_states_that_agree_or_prove_nothing(judge: Judge, html: str) -> None:
    assert {outcome.outcome for outcome in judge(state_contradiction, html)} == {"passed"}


@pytest.mark.parametrize(
    "html", ["<p>Text</p>", "<button>Go</button>", MENU.format("true", "hidden").replace("<button", "<button hidden")]
)
def test_is_inapplicable_without_states(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(state_contradiction, html)] == ["inapplicable"]


def test_names_both_sides(judge: Judge) -> None:
    (outcome,) = judge(state_contradiction, MENU.format("true", "hidden"))
    assert outcome.message == "This button says that it is expanded, but what it controls (“Files”) is not shown."
