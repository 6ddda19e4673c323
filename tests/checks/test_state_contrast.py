"""Text that pales in a state fails; enough contrast, no change, pictures and disabled controls do not."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import state_contrast
from a11ycheck.model import CheckOutcome

STYLE = "<style>body {{ background: white }} a {{ color: #024 }} {}</style>"
LINK = STYLE + "<main><p style='padding: 20px'><a href='#a'>The guide</a></p>"
FIELD = STYLE + "<main><input aria-label=Name placeholder='Ada Lovelace'>"


def judged(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(state_contrast, html)


@pytest.mark.parametrize(
    ("html", "state"),
    [
        (LINK.format("a:hover { color: #bcd }"), "hover"),
        (LINK.format("a:focus { background: #357; }"), "focus"),
        (LINK.format("a:focus-visible { opacity: .3 }"), "focus"),
        (LINK.format("a:visited { color: #bbb }"), "visited"),
        (LINK.format("@layer page { a { transition: opacity 9s !important } a:hover { opacity: .3 } }"), "hover"),
    ],
    ids=["hover", "ground", "faded", "visited", "slowly"],
)
def test_fails_text_that_pales_in_a_state(judge: Judge, html: str, state: str) -> None:
    [found] = judged(judge, html)
    assert (found.outcome, found.criteria, found.data["state"]) == ("failed", ("1.4.3",), state)
    assert found.data["suggestion"]


@pytest.mark.parametrize("style", ["color: #bbb", "opacity: .4"])
def test_fails_pale_hints_that_a_picture_shows(judge: Judge, style: str) -> None:
    [found] = judged(judge, FIELD.format(f"::placeholder {{ {style} }}"))
    assert (found.outcome, found.data["state"]) == ("failed", "placeholder")
    assert found.data["suggestion"]


@pytest.mark.parametrize(
    "style",
    ["::placeholder { color: #bbb } input { box-shadow: inset 0 0 0 2px #333 }", "::placeholder { color: #fff }"],
    ids=["something darker in the field", "nothing to be seen"],
)
def test_asks_about_hints_where_the_picture_proves_nothing(judge: Judge, style: str) -> None:
    [found] = judged(judge, FIELD.format(style.replace("{", "{{").replace("}", "}}").format()))
    assert (found.outcome, found.data["state"]) == ("cantTell", "placeholder")


@pytest.mark.parametrize(
    "html", [LINK.format("a:hover { color: #000 }"), FIELD.format("")], ids=["hover", "the browser's own hint"]
)
def test_passes_enough_contrast(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judged(judge, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        LINK.format(""),
        LINK.format("a:hover { color: #bcd } p { background: linear-gradient(white, #ddd) }"),
        LINK.format("a:hover { color: #bcd }").replace("<a ", "<a aria-disabled=true "),
        FIELD.format("::placeholder { color: #bbb }").replace("<input", "<input disabled"),
        FIELD.format("::placeholder { color: #bbb }").replace("<input", "<input value=Grace"),
    ],
    ids=["no state", "gradient", "disabled link", "disabled field", "filled field"],
)
def test_is_inapplicable_to_what_stays_or_cannot_be_known(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judged(judge, html)] == ["inapplicable"]


def test_one_rule_of_a_style_sheet_is_one_finding(judge: Judge) -> None:
    more = "<nav><a class=b href='#b'>Berths</a></nav><footer><a class=c href='#c'>Contact</a></footer>"
    [found] = judged(judge, LINK.format("a:hover, a:focus { color: #bcd }") + more)
    assert (found.data["states"], found.data["count"]) == (["hover", "focus"], 3)
    assert found.message.endswith("So do 2 more like it.")
