from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import focus_obscured
from a11ycheck.model import CheckOutcome

BAR = "position: fixed; left: 0; right: 0; bottom: 0; height: 120px;"
DEEP = "<div style='position: absolute; top: 720px'><a href='#a'>at the bottom</a></div>"


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


def test_fails_what_a_bar_covers(judge: Judge) -> None:
    (found,) = judge(
        focus_obscured, f"<a href='#b'>on top</a>{DEEP}<footer style='{BAR} background: silver'>bar</footer>"
    )
    assert found.outcome == "failed"
    assert found.location is not None
    assert "at the bottom" in found.location.html


def test_fails_in_a_shadow_root_and_under_a_sticky_header(judge: Judge) -> None:
    html = """<header style="position: sticky; z-index: 1; top: 0; height: 100px; background: silver">bar</header>
      <div id=h style="position: absolute; top: 20px"></div><div style="height: 3000px"></div>
      <script>h.attachShadow({mode: "open"}).innerHTML = "<button>under</button>"</script>"""
    assert outcomes(judge(focus_obscured, html)) == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        f"{DEEP}<footer style='{BAR} background: rgb(0 0 0 / 0.2)'>see-through</footer>",
        f"{DEEP}<footer style='{BAR}'>no background</footer>",
        f"{DEEP}<footer style='{BAR} background: silver; opacity: 0.3'>faded</footer>",
        f"{DEEP}<footer style='{BAR} background: silver; left: 60px'>covers a part</footer>",
        f"{DEEP}<footer style='{BAR} background: silver; visibility: hidden'>hidden</footer>",
        f"<footer style='{BAR} background: silver'><a href='#a'>in the bar itself</a></footer>",
        "<div style='height: 2000px'></div><a href='#a'>scrolled to</a>"
        f"<div style='height: 2000px'></div><footer style='{BAR} background: silver'>bar</footer>",
        f"<style>html {{ scroll-padding-bottom: 130px }}</style><div style='height: 720px'></div><a href='#a'>padded</a>"
        f"<div style='height: 300px'></div><footer style='{BAR} background: silver'>bar</footer>",
    ],
    ids=["see-through", "no background", "faded", "part", "hidden", "in the bar", "scrolled", "scroll padding"],
)
def test_passes_what_can_be_seen(judge: Judge, html: str) -> None:
    assert outcomes(judge(focus_obscured, html)) == ["passed"]


def test_is_inapplicable_without_anything_to_focus(judge: Judge) -> None:
    assert outcomes(judge(focus_obscured, "<p>text</p>")) == ["inapplicable"]


def test_says_what_covers(judge: Judge) -> None:
    [found] = judge(focus_obscured, f"{DEEP}<footer class=consent style='{BAR} background: silver'>bar</footer>")
    assert 'covered by <footer class="consent"' in found.message
