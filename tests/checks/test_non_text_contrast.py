"""Faint edges and icons ask; edges, fills and icons that stand out pass; what browsers draw is left out."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import non_text_contrast
from a11ycheck.model import CheckOutcome

ICON = "<svg width=24 height=24><path d='M2 2h20v20z' fill='{}'/></svg>"
BARE = "style='border: 0; background: white; width: 40px; height: 40px'"
SQUARE = "display: inline-block; width: 20px; height: 20px; "
BOX = "<span role=checkbox aria-checked=false aria-label=Agree tabindex=0 style='" + SQUARE + "{}'></span>"


def judged(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(non_text_contrast, f"<body style='background: white'><main style='padding: 40px'>{html}")


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<input aria-label=Name style='border: 1px solid #ddd'>", "field"),
        (
            "<textarea aria-label=Text placeholder='Write here' style='border: 0; background: #f4f4f4'></textarea>",
            "field",
        ),
        (
            "<div style='border: 1px solid #ddd; width: 200px'><input aria-label=Name style='border: 0; outline: 0'></div>",
            "field",
        ),
        (f"<button aria-label=Close {BARE}>{ICON.format('#ccc')}</button>", "icon"),
        (BOX.format("border: 1px solid #ccc"), "box"),
    ],
    ids=["border", "fill", "border around", "icon", "box"],
)
def test_asks_about_what_is_faint(judge: Judge, html: str, kind: str) -> None:
    [found] = judged(judge, html)
    assert (found.outcome, found.criteria, found.data["kind"]) == ("cantTell", ("1.4.11",), kind)
    assert found.data["best"] < 3


@pytest.mark.parametrize(
    "html",
    [
        "<input aria-label=Name>",
        "<input aria-label=Name style='border: 0; border-bottom: 1px solid #767676'>",
        "<input aria-label=Name style='border: 0; background: #767676'>",
        "<div style='border: 1px solid #767676; width: 200px'><input aria-label=Name style='border: 0; outline: 0'></div>",
        f"<button aria-label=Close {BARE}>{ICON.format('#767676')}</button>",
        f"<button aria-label=Close style='border: 0; background: #555'>{ICON.format('#777')}</button>",
        BOX.format("border: 1px solid #767676"),
    ],
    ids=["browser", "line below", "fill", "border around", "icon", "dark button", "box"],
)
def test_passes_what_stands_out(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judged(judge, html)] == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>text</p>",
        "<input type=checkbox aria-label=Agree>",
        "<input aria-label=Name disabled style='border: 1px solid #ddd'>",
        "<button style='border: 0; background: white'>Close</button>",
        "<a href='#a'>A link</a>",
    ],
    ids=["none", "as the browser draws it", "disabled", "text", "link"],
)
def test_is_inapplicable_to_text_and_what_browsers_draw(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judged(judge, html)] == ["inapplicable"]


def test_asks_once_about_controls_of_a_kind(judge: Judge) -> None:
    assert len(judged(judge, "<input class=f aria-label=A style='border: 1px solid #ddd'>" * 3)) == 1


def test_asks_once_about_fields_of_one_contrast_wherever_they_stand(judge: Judge) -> None:
    style = "style='border: 1px solid #ddd'"
    fields = f"<input aria-label=A {style}><p><select aria-label=B {style}><option>1</select></p>"
    assert len(judged(judge, fields)) == 1
    assert len(judged(judge, f"{fields}<input aria-label=C style='border: 1px solid #bbb'>")) == 2
