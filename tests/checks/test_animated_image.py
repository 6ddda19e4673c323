"""Pictures that go on moving fail; short, small, stoppable ones and spinners do not."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.media_files import serve
from tests.conftest import Web
from tests.evidence.test_animated_images import moving

from a11ycheck.checks import animated_image

TEXT = "<p>Other text stands here, which people want to read in peace.</p>"


@pytest.fixture(autouse=True)
def files(pages: Web) -> None:
    serve(pages, "/endless.gif", moving("red", "blue"), "image/gif")
    serve(pages, "/loader.gif", moving("red", "blue"), "image/gif")
    serve(pages, "/long.webp", moving("red", "blue", "green", ms=3000, loop=1, kind="WEBP"), "image/webp")
    serve(pages, "/once.gif", moving("red", "blue", loop=None), "image/gif")
    serve(pages, "/still.gif", moving("red"), "image/gif")


def said(judge: Judge, html: str) -> list[str]:
    return [outcome.outcome.value for outcome in judge(animated_image, TEXT + html)]


def image(file: str, more: str = "") -> str:
    return f"<div><img src=/{file} alt='A demo' width=100 height=100 {more}></div>"


@pytest.mark.parametrize(
    "html",
    [
        image("endless.gif"),
        image("long.webp"),
        "<div id=b style='background: url(/endless.gif); width: 100px; height: 100px'></div>",
    ],
    ids=["gif", "webp", "background"],
)
def test_fails_a_picture_that_goes_on_moving(judge: Judge, html: str) -> None:
    assert said(judge, html) == ["failed"]


@pytest.mark.parametrize(
    "html",
    [
        image("loader.gif"),
        image("endless.gif", "style='width: 40px; height: 40px'"),
        f"<button aria-label=Demo>{image('endless.gif')}</button>",
        image("endless.gif") + "<p><button>Stop animations</button></p>",
    ],
    ids=["spinner", "small", "in a button", "control"],
)
def test_asks_when_it_may_be_needed_or_stopped(judge: Judge, html: str) -> None:
    assert said(judge, html) == ["cantTell"]


def test_passes_a_picture_that_plays_once(judge: Judge) -> None:
    assert said(judge, image("once.gif")) == ["passed"]


@pytest.mark.parametrize("html", ["", image("still.gif"), image("endless.gif", "hidden"), image("missing.gif")])
def test_is_inapplicable_to_still_and_hidden_pictures(judge: Judge, html: str) -> None:
    assert said(judge, html) == ["inapplicable"]
