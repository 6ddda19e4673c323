"""Pictures for measuring: a part is that part of the whole, and the page does not notice."""

from __future__ import annotations

import numpy as np
import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence.camera import Camera, around
from a11ycheck.model import Variant

PAGE = document(
    "<input aria-label=Name autofocus>"
    + "".join(f"<p style='background: hsl({n * 47} 80% 60%)'>Line {n}</p>" for n in range(60))
)


@pytest.mark.parametrize("scrolled", [0, 700])
def test_a_part_is_cut_out_of_the_viewport_wherever_it_is_scrolled_to(
    web: Web, chromium: BrowserSession, scrolled: int
) -> None:
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, web.page("/", PAGE), chromium.options)
        opened.page.evaluate(f"document.activeElement.blur(); scrollTo(0, {scrolled})")
        before = opened.page.content()
        with Camera(opened.page) as camera:
            whole, part = camera.take(), camera.take((100, 40, 420, 260))
        assert opened.page.content() == before
    assert whole.shape == (800, 1280, 3)
    assert part.shape == (220, 320, 3)
    assert np.array_equal(whole[40:260, 100:420], part)


def test_the_page_is_pictured_beyond_the_viewport_and_smaller_if_asked(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant(), fresh=True) as opened:
        load(opened, web.page("/", PAGE), chromium.options)
        before = opened.page.content()
        with Camera(opened.page) as camera:
            assert camera.take_page((0, 0, 1280, 2000)).size == (1280, 2000)
            assert camera.take_page((0, 0, 1280, 2000), scale=0.5).size == (640, 1000)
        assert opened.page.content() == before


def test_a_part_holds_all_boxes_and_ends_with_the_viewport() -> None:
    assert around([(10, 20, 30, 40), (5, 60, 1270, 795)], 8, (1280, 800)) == (0, 12, 1278, 800)
