from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import dragging

FOLLOWS = "<script>d.onmousedown = () => {}; d.onmousemove = (e) => d.style.left = e.clientX + 'px'</script>"


@pytest.mark.parametrize(
    ("html", "by"),
    [
        ("<ul><li draggable=true>One<li draggable=true>Two</ul>", "draggable"),
        ("<ul class=ui-sortable><li>One<li>Two</ul>", "library"),
        (
            "<div role=slider tabindex=0 aria-label=Volume aria-valuenow=3 style='width: 20px; height: 20px'></div>",
            "slider",
        ),
        (f"<div id=d style='position: absolute'>Card</div>{FOLLOWS}", "listener"),
    ],
)
def test_asks_once_about_each_kind(judge: Judge, html: str, by: str) -> None:
    [found] = judge(dragging, html)
    assert (found.outcome, found.criteria, found.data["kind"]) == ("cantTell", ("2.5.7",), by)


@pytest.mark.parametrize(
    "html",
    [
        "<p>text</p>",
        "<input type=range>",
        "<img draggable=false src=x>",
        "<div id=d>x</div><script>for (let n = 0; n < 40; n++) d.addEventListener(`kind${n}`, () => {});"
        "d.onmousedown = d.onmousemove = (e) => e.clientX</script>",
        f"<div id=d contenteditable>Text that is marked by pulling</div>{FOLLOWS}",
        "<div id=d>x</div><script>d.onmousemove = (e) => e.clientX</script>",
    ],
)
def test_is_inapplicable_to_native_sliders_and_mere_pointing(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(dragging, html)] == ["inapplicable"]
