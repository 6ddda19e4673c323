from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import on_focus
from a11ycheck.model import CheckOutcome


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("location.href = '/elsewhere'", "another page"),
        ("setTimeout(() => { location.href = '/elsewhere' }, 30)", "another page"),
        ("this.form.submit()", "another page"),
        ("window.open('about:blank')", "a window"),
        ("alert('hello')", "dialog of the browser"),
        ("this.blur()", "gives the focus away"),
    ],
)
def test_fails_what_the_focus_brings(judge: Judge, script: str, words: str) -> None:
    html = f"<a href='#a'>one</a><form action='/found'><input aria-label=field onfocus=\"{script}\"></form><a href='#b'>two</a>"
    (found,) = judge(on_focus, html)
    assert found.outcome == "failed"
    assert words in found.message
    assert found.location is not None
    assert found.location.selector.endswith("input")


def test_asks_about_what_happened_once(judge: Judge) -> None:
    html = (
        "<a href='#a'>one</a><button onfocus=\"this.onfocus = null; alert('once')\">two</button><a href='#b'>three</a>"
    )
    assert outcomes(judge(on_focus, html)) == ["cantTell"]


def test_asks_about_a_dialog_of_the_page(judge: Judge) -> None:
    html = "<button onfocus='d.hidden = false'>one</button><div id=d role=dialog aria-label=News hidden>News</div>"
    assert outcomes(judge(on_focus, html)) == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#a'>one</a><button onfocus=\"this.style.background = 'gold'\">two</button>",
        "<button onfocus='list.hidden = false'>menu</button><ul id=list hidden><li><a href='#a'>entry</a></ul>",
        "<button onfocus=\"history.replaceState({}, '', '#seen')\">notes where one is</button><a href='#b'>two</a>",
    ],
)
def test_passes_what_changes_no_context(judge: Judge, html: str) -> None:
    assert outcomes(judge(on_focus, html)) == ["passed"]


def test_is_inapplicable_without_anything_to_focus(judge: Judge) -> None:
    assert outcomes(judge(on_focus, "<p>text</p>")) == ["inapplicable"]
