"""What changes by itself is seen, told apart, and costs waiting only where something may change."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import motion
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Effort, Interact, Variant

Watch = Callable[..., dict[str, Any]]
OTHER = "<p>Other text stands here, which people want to read in peace.</p>"
SLIDES = """<div class=carousel style="position: relative; width: 300px; height: 100px; overflow: hidden">
  <div id=track style="position: absolute; width: 900px">
  <span>One</span></div></div><script>let n = 0; setInterval(() => track.style.left = -300 * (++n % 3) + 'px', 3000)</script>"""


@pytest.fixture
def watch(chromium: BrowserSession, web: Web) -> Watch:
    def at(body: str, *, seconds: float = 60.0, effort: Effort = Effort.THOROUGH) -> dict[str, Any]:
        web.page("/next.html", document("<p>next</p>"))
        url = web.page("/", document(body))
        with chromium.page(Variant(), fresh=True) as opened:
            realm, _ = load(opened, url, chromium.options, untouched=True)
            hands_off = HandsOff(opened.page, opened.session)
            hands_off.begin(submitting=False)
            access = PageAccess(
                opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + seconds, effort=effort,
                events=hands_off.events,
            )  # fmt: skip
            return motion.collect(access)

    return at


def test_a_carousel_is_watched_until_it_changed_over_five_seconds(watch: Watch) -> None:
    found = watch(SLIDES + OTHER)
    [one] = found["changing"]
    assert (one["carousel"], one["controls"], one["alone"], found["stoppers"]) == (True, 0, False, 0)
    assert "place" in one["what"]
    assert one["changes"][-1] - one["changes"][0] > 5


def test_words_that_change_every_few_seconds_are_seen_though_nothing_names_them(watch: Watch) -> None:
    body = f"{OTHER}<p id=p>Prices fall</p><script>setInterval(() => p.textContent += ' again', 2500)</script>"
    found = watch(body, effort=Effort.STANDARD)
    assert found["enough"]
    (changing,) = found["changing"]
    assert (changing["by"], changing["words"], "text" in changing["what"]) == ("script", True, True)


def test_words_clocks_and_countdowns_are_told_apart(watch: Watch) -> None:
    found = watch(
        "<p id=a>Storm</p><p id=b>12:00:00</p><p id=c>59 seconds</p><p id=d>1 minute</p>"
        + OTHER
        + "<script>let n = 0; setInterval(() => {"
        "n += 1; a.textContent = ['Storm', 'Calm', 'Rain'][n % 3];"
        "b.textContent = '12:00:' + (10 + n); c.textContent = 59 - n + ' seconds';"
        "d.textContent = 60 - n + ' seconds left'"
        "}, 900)</script>"
    )
    facts = {one["place"]["selector"]: (one["words"], one["down"]) for one in found["changing"]}
    assert facts == {"#a": (True, False), "#b": (False, False), "#c": (False, True), "#d": (False, True)}


def test_a_still_page_costs_a_moment_only(watch: Watch) -> None:
    found = watch(OTHER + "<button>Pause the film</button>", effort=Effort.STANDARD)
    assert (found["changing"], found["stoppers"], found["enough"]) == ([], 1, True)
    assert found["watched"] < 2


def test_a_page_that_leads_on_is_noticed(watch: Watch) -> None:
    found = watch(OTHER + "<p id=timer>Wait</p><script>setTimeout(() => location.href = '/next.html', 2500)</script>")
    assert found["left_for"].endswith("/next.html")


def test_says_when_there_was_no_time(watch: Watch) -> None:
    assert watch(SLIDES + OTHER, seconds=1)["enough"] is False


def test_watches_a_document_without_a_body(watch: Watch) -> None:
    clock = (
        "<script>document.documentElement.innerHTML = '<p id=clock>0</p>'; document.body.replaceWith(clock);"
        "let n = 0; setInterval(() => clock.textContent = ++n, 500)</script>"
    )
    [one] = watch(clock)["changing"]
    assert (one["place"]["selector"], one["words"]) == ("#clock", False)
