from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import focus_order
from a11ycheck.model import CheckOutcome


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#a'>one</a><p>text</p><button>two</button>",
        "<style>.s:not(:focus) { position: absolute; left: -9999px }</style><a class=s href='#m'>Skip</a><main id=m>text</main>",
        "<style>input { position: absolute; opacity: 0 }</style><label><input type=checkbox> Styled box</label>",
        "<style>input { position: absolute; width: 1px; height: 1px; clip: rect(0 0 0 0) }</style>"
        "<input type=file id=f><label for=f>Choose a file</label>",
        "<style>div { columns: 2; width: 600px }</style><div>" + "<p><a href='#a'>link</a></p>" * 20 + "</div>",
        "<div style='height: 2000px'></div><a href='#a'>far down, scrolled to</a>",
        "<div style='height: 60px; overflow: auto'><p style='height: 400px'>text</p><a href='#a'>in a box that scrolls</a></div>",
        "<style>a { opacity: 0 } p:focus-within a, a:focus { opacity: 1 }</style><p><a href='#a'>shown on focus</a></p>",
        "<div aria-hidden=true tabindex=0 onfocus='b.focus()' style='position: absolute; left: -999px'></div>"
        "<button id=b>sent on</button>",
    ],
    ids=["plain", "skip link", "label around", "label for", "columns", "scrolled", "box", "shown on focus", "guard"],
)
def test_passes_an_order_that_shows(judge: Judge, html: str) -> None:
    assert outcomes(judge(focus_order, html)) == ["passed"]


@pytest.mark.parametrize(
    ("style", "how"),
    [
        ("position: absolute; left: -9999px", "off-screen"),
        ("position: absolute; top: -500px", "off-screen"),
        ("opacity: 0", "transparent"),
        ("position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)", "clipped"),
        ("display: inline-block; clip-path: inset(50%)", "clipped"),
        ("display: block; height: 0; overflow: hidden", "clipped"),
    ],
)
def test_fails_a_hidden_link(judge: Judge, style: str, how: str) -> None:
    (found,) = judge(focus_order, f"<button>seen</button><div style='{style}'><a href='#a'>hidden menu entry</a></div>")
    assert found.outcome == "failed"
    assert found.data["hidden"] == how


def test_asks_about_a_hidden_element_that_is_no_control(judge: Judge) -> None:
    html = "<button>seen</button><div tabindex=0 style='opacity: 0'>nothing to operate</div>"
    assert outcomes(judge(focus_order, html)) == ["cantTell"]


def test_asks_about_positive_tabindex(judge: Judge) -> None:
    found = judge(focus_order, "<a href='#a'>first in the source</a><button tabindex=3>first in order</button>")
    assert outcomes(found) == ["cantTell"]
    assert "tabindex=3" in found[0].message


def test_asks_about_a_jump_upwards(judge: Judge) -> None:
    html = """<div style="display: flex; flex-direction: column-reverse"><p style="height: 300px"><a href="#a">below</a></p>
      <p style="height: 300px"><a href="#b">above</a></p></div>"""
    found = judge(focus_order, html)
    assert outcomes(found) == ["cantTell"]
    assert "jumps up" in found[0].message


def test_passes_an_order_inside_a_box_that_scrolls_as_the_focus_goes(judge: Judge) -> None:
    rows = "".join(f"<p style='height: 300px'><a href='#a'>{n}</a></p>" for n in range(6))
    html = f"<div style='height: 400px; overflow: auto'>{rows}</div><div style='height: 200px'></div>"
    assert outcomes(judge(focus_order, html)) == ["passed"]


def test_is_inapplicable_without_anything_to_focus(judge: Judge) -> None:
    assert outcomes(judge(focus_order, "<p>text</p>")) == ["inapplicable"]
