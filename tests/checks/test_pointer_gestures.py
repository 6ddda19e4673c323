from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import pointer_gestures

PINCH = "<div id=d>Map</div><script>d.addEventListener('touchmove', (e) => { if (e.touches.length > 1) d.title = 'x' })</script>"
SWIPE = (
    "<div id=d>Pictures</div><script>let x; d.addEventListener('touchstart', (e) => { x = e.touches[0].clientX });"
    "d.addEventListener('touchend', (e) => { if (e.changedTouches[0].clientX < x) d.title = 'next' })</script>"
)


@pytest.mark.parametrize(("html", "kind"), [(PINCH, "multipoint"), (SWIPE, "path")])
def test_asks_about_gestures(judge: Judge, html: str, kind: str) -> None:
    [found] = judge(pointer_gestures, html)
    assert (found.outcome, found.criteria, found.data["kind"]) == ("cantTell", ("2.5.1",), kind)


@pytest.mark.parametrize(
    "html", ["<p>text</p>", "<div id=d>x</div><script>d.addEventListener('touchstart', () => d.title = 'x')</script>"]
)
def test_is_inapplicable_to_taps(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(pointer_gestures, html)] == ["inapplicable"]
