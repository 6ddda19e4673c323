"""Measuring contrast leaves the page as found, repeats, and says what it did not reach."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence import contrast
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Interact, Variant

GROUND = "linear-gradient(90deg, white, #ddd)"
TEXT = f"<p style='font: 16px sans-serif; color: #888; background: {GROUND}; border: 1px solid'>Some words</p>"
FAR = f"<div style='height: 2000px'></div>{TEXT}<div id=host><template shadowrootmode=open>{TEXT}</template></div>"


def collect(
    chromium: BrowserSession, url: str, *, seconds: float = 120.0, look: str = "() => 0"
) -> tuple[Any, Any, Any]:
    with chromium.page(Variant()) as opened:
        realm, _ = load(opened, url, chromium.options)
        before = realm.evaluate(look)
        found = contrast.collect(
            PageAccess(opened.page, realm, Variant(), Interact.OBSERVE, time.monotonic() + seconds)
        )
        return found, before, realm.evaluate(look)


def test_the_page_is_left_as_found(web: Web, chromium: BrowserSession) -> None:
    look = "() => JSON.stringify([scrollX, scrollY, document.adoptedStyleSheets.length, document.documentElement.outerHTML])"
    found, before, after = collect(chromium, web.page("/", document(TEXT + FAR)), look=look)
    assert len(found["texts"]) == 3
    assert before == after


def test_three_runs_measure_the_same(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document(TEXT + FAR))
    runs = [collect(chromium, url)[0] for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]


def test_what_was_not_measured_is_counted(web: Web, chromium: BrowserSession) -> None:
    found, _, _ = collect(chromium, web.page("/", document(TEXT)), seconds=-1)
    assert (found["texts"], found["count"], found["left"]) == ([], 1, 1)


def test_a_moving_background_is_noticed(web: Web, chromium: BrowserSession) -> None:
    move = "document.querySelector('p').style.backgroundPosition = `${n = (n + 97) % 300}px 0`"
    script = f"<script>let n = 0; setInterval(() => {{ {move} }}, 5)</script>"
    text = TEXT.replace(GROUND, "repeating-linear-gradient(90deg, white 0 30px, black 30px 60px)")
    found, _, _ = collect(chromium, web.page("/", document(text + script)))
    assert [one["still"] for one in found["texts"]] == [False]


@pytest.mark.parametrize(
    ("ink", "ground", "expected"),
    [
        ([0, 0, 0, 1], [255, 255, 255], 21.0),
        ([118, 118, 118, 1], [255, 255, 255], 4.54),
        ([0, 0, 0, 0.5], [255, 255, 255], 3.98),
    ],
)
def test_ratios_are_those_of_wcag(ink: list[float], ground: list[float], expected: float) -> None:
    assert contrast.ratios(ink, np.array([ground], dtype=float))[0] == pytest.approx(expected, abs=0.01)


def test_no_colour_suits_black_and_white_alike() -> None:
    assert contrast.suggestion([128, 128, 128, 1], np.array([[0.0, 0, 0], [255.0, 255, 255]]), 4.6) == ""


UNDERLINE = "linear-gradient(#000, #000) 0 100% / 100% 1px no-repeat"


@pytest.mark.parametrize(
    ("ground", "worst"),
    [
        (UNDERLINE, 21.0),
        (f"{UNDERLINE}, linear-gradient(#fff 60%, #000 60%)", 1.0),
        ("linear-gradient(#000, #000) 0 100% / 100% 9px no-repeat", 1.0),
        ("linear-gradient(#000, #000) 0 0 / 100% 2px no-repeat", 21.0),
    ],
)
def test_an_underline_is_no_ground(web: Web, chromium: BrowserSession, ground: str, worst: float) -> None:
    style = f"font: 24px/1 sans-serif; color: #000; text-decoration: none; background: {ground}"
    link = f"<p><a href='#a' style='{style}'>Gypsy jig</a></p>"
    (text,) = collect(chromium, web.page("/", document(link)))[0]["texts"]
    assert text["worst"] == pytest.approx(worst, abs=0.5)


@pytest.mark.parametrize(
    ("box", "unknown"),
    [
        ("filter: drop-shadow(0 1px 3px rgba(0, 0, 0, 0.5)); background-color: #fff", ""),
        ("filter: drop-shadow(0 1px 3px #000)", "effect"),
        ("filter: drop-shadow(0 1px 3px #000) invert(1); background-color: #fff", "effect"),
    ],
)
def test_the_shadow_of_a_box_changes_no_colour(web: Web, chromium: BrowserSession, box: str, unknown: str) -> None:
    page = web.page("/", document(f"<div style='{box}'>{TEXT}</div>"))
    (text,) = collect(chromium, page)[0]["texts"]
    assert text["unknown"] == unknown


HIDDEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap; "


@pytest.mark.parametrize(
    "style",
    [
        f"{HIDDEN} clip: rect(0, 0, 0, 0)",
        f"{HIDDEN} clip-path: inset(50%)",
        f"{HIDDEN} pointer-events: none",
        "position: absolute; clip-path: inset(50%); pointer-events: none",
        "position: absolute; color: transparent",
    ],
)
def test_text_that_is_not_painted_has_no_contrast_though_a_neighbour_stands_in_its_place(
    web: Web, chromium: BrowserSession, style: str
) -> None:
    button = (
        "<button style='font: 16px monospace; opacity: .4; border: 0; background: none; display: flex; align-items: center'>"
        f"<span style='{style}'>Toggle the mode</span><svg width=20 height=20><rect width=20 height=20 fill=orange /></svg>"
        "<span style='margin-left: 20px'>LLLLLLLLLLL</span></button>"
    )
    found, _, _ = collect(chromium, web.page("/", document(button)))
    assert [one["text"] for one in found["texts"] if one["text"].startswith("Toggle")] == []
    assert found["left"] == 0


@pytest.mark.parametrize("style", ["", "pointer-events: none"])
def test_text_is_measured_though_the_pointer_passes_through_it(web: Web, chromium: BrowserSession, style: str) -> None:
    inner = f"<span style='{style}'>Some words</span>"
    body = f"<div style='overflow: hidden'>{TEXT.replace('Some words', inner)}</div>"
    found, _, _ = collect(chromium, web.page("/", document(body)))
    assert [one["text"] for one in found["texts"]] == ["Some words"]
    assert found["texts"][0]["best"] is not None
