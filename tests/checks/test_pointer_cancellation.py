"""Pressing that acts fails when nothing undoes it; opening and stepping ask; the release may act as it likes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import pointer_cancellation
from a11ycheck.model import CheckOutcome, Interact

MORE = ("press",)


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


def pressed(judge: Judge, html: str) -> list[CheckOutcome]:
    return judge(pointer_cancellation, html, interact=Interact.OPERATE, more=MORE)


@pytest.mark.parametrize(
    "html",
    [
        "<p id=o>Nothing</p><button onmousedown=\"o.textContent = 'Archived'\">Archive</button>",
        "<button id=b>Rate</button><p id=o>0 votes</p>"
        "<script>let n = 0; b.addEventListener('pointerdown', () => o.textContent = ++n + ' votes')</script>",
        "<button onmousedown=\"alert('Done')\">Do it</button>",
        "<button onmousedown=\"location.href = '/frame.html'\">Open the guide</button>",
        "<a href='#' onmousedown=\"window.open('/frame.html')\">Open the guide</a>",
    ],
    ids=["text", "listener", "dialog", "navigation", "window"],
)
def test_fails_what_acts_on_the_press(judge: Judge, html: str) -> None:
    [found] = pressed(judge, html)
    assert (found.outcome, found.criteria) == ("failed", ("2.5.2",))


@pytest.mark.parametrize(
    "html",
    [
        "<p id=o>Nothing</p><button onmousedown=\"o.textContent = 'Archived'\">Archive</button><button>Undo</button>",
        "<button aria-expanded=false "
        "onmousedown=\"o.hidden = !o.hidden; this.setAttribute('aria-expanded', !o.hidden)\">Menu</button>"
        "<ul id=o hidden><li>One</ul>",
        "<p id=o>0</p><button onmousedown='o.textContent = +o.textContent + 1'>Increase</button>",
        "<p id=o>Map</p><div role=tablist><button role=tab onmousedown=\"o.textContent = 'Berths'\">List</button></div>",
        "<h1 id=o>Town</h1><div role=treegrid tabindex=0 aria-label=Channels onmousedown=\"o.textContent = 'Developers'\">"
        "<div role=row><div role=gridcell>Developers</div></div></div>",
        "<button>Archive</button><p id=o>Nothing</p>"
        "<script>addEventListener('mousedown', () => setTimeout(() => { o.textContent = 'Late' }, 40), { once: true })</script>",
    ],
    ids=["undo", "menu", "stepper", "tab", "tree", "late"],
)
def test_asks_about_what_may_be_undone(judge: Judge, html: str) -> None:
    assert outcomes(pressed(judge, html)) == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<p id=o>Nothing</p><button onclick=\"o.textContent = 'Archived'\">Archive</button>",
        "<p id=o>Nothing</p>"
        "<button onmousedown=\"o.textContent = 'Hold'\" onmouseleave=\"o.textContent = 'Nothing'\">Talk</button>",
        "<style>button:active { color: red }</style><button onmousedown=\"this.classList.add('pressed')\">Archive</button>",
        "<button onmousedown='event.preventDefault()'>Bold</button>",
        "<button onmouseenter='tip.hidden = false' onmousedown='tip.hidden = true' onmouseleave='tip.hidden = true'>Print</button>"
        "<span id=tip hidden>Prints all pages</span>",
        "<div role=dialog aria-label=Emoji id=d>Smile</div><button id=b>Print</button><span id=tip hidden>Prints all pages</span>"
        "<script>b.onfocus = () => { d.hidden = true; tip.hidden = false }; b.onblur = b.onmousedown = () => { tip.hidden = true }"
        "</script>",
    ],
    ids=["click", "undone on leaving", "looks only", "keeps the focus", "ends a tooltip", "the focus closed a popup"],
)
def test_passes_what_waits_for_the_release(judge: Judge, html: str) -> None:
    assert outcomes(pressed(judge, html)) == ["passed"]


def test_never_presses_what_deletes(judge: Judge) -> None:
    html = "<p id=o>Nothing</p><button onmousedown=\"o.textContent = 'gone'\">Delete the project</button>"
    assert outcomes(pressed(judge, html)) == ["cantTell"]


def test_leaves_a_restless_page_untested(judge: Judge) -> None:
    html = "<p id=o>0</p><button>Archive</button><script>setInterval(() => o.textContent = Math.random(), 50)</script>"
    assert outcomes(pressed(judge, html)) == ["untested"]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<div id=d>Save</div><script>d.addEventListener('mousedown', () => {})</script>", "cantTell"),
        (
            "<div id=d>Save</div><script>for (const n of ['mousedown', 'click']) d.addEventListener(n, () => {})</script>",
            "inapplicable",
        ),
        ("<script>document.addEventListener('mousedown', () => {})</script><button>Save</button>", "inapplicable"),
    ],
    ids=["press alone", "press and click", "whole page"],
)
def test_reads_listeners_where_nothing_may_be_pressed(judge: Judge, html: str, said: Any) -> None:
    assert outcomes(judge(pointer_cancellation, html)) == [said]


def test_does_not_take_for_a_press_what_the_focus_brings(judge: Judge) -> None:
    html = "<a href='#x' onfocus=\"o.textContent = 'The guide'\" onblur=\"o.textContent = ''\">Guide</a><p id=o></p>"
    assert outcomes(pressed(judge, html)) == ["passed"]


def test_does_not_fail_on_a_page_that_changes_by_itself(judge: Judge) -> None:
    html = (
        "<button>Archive</button><p id=o>Headline 0</p>"
        "<script>let n = 0; setInterval(() => o.textContent = `Headline ${++n}`, 450)</script>"
    )
    assert "failed" not in outcomes(pressed(judge, html))


def test_presses_controls_of_a_document_without_a_body(judge: Judge) -> None:
    html = """<button onclick="n += 1">Count</button>
      <script>var n = 0; document.documentElement.append(document.querySelector("button")); document.body.remove()</script>"""
    assert outcomes(judge(pointer_cancellation, html, interact=Interact.OPERATE, more=MORE)) == ["passed"]
