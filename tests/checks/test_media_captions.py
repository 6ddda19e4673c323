"""Captions: broken files fail, their absence asks, captions with words pass, silence is nothing to caption."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge
from tests.checks.media_files import CUES, serve, tone
from tests.conftest import Web

from a11ycheck.checks import media_captions
from a11ycheck.model import CheckOutcome


@pytest.fixture(autouse=True)
def files(pages: Web) -> None:
    serve(pages, "/talk.wav", tone(5), "audio/wav")
    serve(pages, "/lecture.wav", tone(20), "audio/wav")
    serve(pages, "/silent.wav", tone(5, volume=0), "audio/wav")
    serve(pages, "/codec.mkv", b"nothing that can be decoded", "video/x-matroska")
    for name, text in {
        "good": CUES,
        "empty": "WEBVTT\n\nNOTE to do\n",
        "blank": "WEBVTT\n\n00:00.000 --> 00:05.000\n \n",
        "srt": "1\n00:00:00,000 --> 00:00:05,000\nGood morning\n",
        "page": "<!DOCTYPE html><title>Not found</title>",
    }.items():
        serve(pages, f"/{name}.vtt", text.encode(), "text/vtt")


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


def video(*tracks: str, src: str = "/talk.wav", more: str = "controls") -> str:
    inside = "".join(f"<track {track}>" for track in tracks)
    return f"<p>A talk</p><video src={src} width=300 height=200 {more}>{inside}</video>"


@pytest.mark.parametrize("file", ["missing", "empty", "blank", "srt", "page"])
def test_fails_captions_that_do_not_work(judge: Judge, file: str) -> None:
    [found] = judge(media_captions, video(f"kind=captions src=/{file}.vtt"))
    assert (found.outcome, found.criteria) == ("failed", ("1.2.2",))
    assert f"{file}.vtt" in found.message


def test_fails_a_file_that_the_browser_cannot_play(judge: Judge) -> None:
    assert outcomes(judge(media_captions, video("kind=captions src=/empty.vtt", src="/codec.mkv"))) == ["failed"]


@pytest.mark.parametrize(
    "tracks",
    [["kind=captions src=/good.vtt"], ["kind=captions src=/missing.vtt", "kind=captions src=/good.vtt srclang=de"]],
    ids=["good", "one of two"],
)
def test_passes_captions_with_words(judge: Judge, tracks: list[str]) -> None:
    assert outcomes(judge(media_captions, video(*tracks))) == ["passed"]


@pytest.mark.parametrize(
    "html",
    [
        video(),
        video("kind=subtitles src=/good.vtt"),
        video("kind=captions src=/missing.vtt", "kind=subtitles src=/good.vtt"),
        video("kind=captions src=/good.vtt", src="/lecture.wav"),
        video(src="/codec.mkv"),
        video("kind=captions src=/empty.vtt")
        + "<script>document.querySelector('video').addTextTrack('captions')</script>",
        video("kind=captions src=/empty.vtt", src="/missing.mp4"),
    ],
    ids=["no track", "subtitles", "subtitles besides", "ends early", "codec", "script", "no video"],
)
def test_asks_where_captions_may_be_elsewhere(judge: Judge, html: str) -> None:
    assert outcomes(judge(media_captions, html)) == ["cantTell"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>text</p>",
        video(src="/silent.wav"),
        video(more="muted autoplay loop"),
        video(more="controls hidden"),
        "<audio controls src=/talk.wav></audio>",
    ],
    ids=["none", "silent", "muted", "hidden", "audio"],
)
def test_is_inapplicable_without_a_video_with_sound(judge: Judge, html: str) -> None:
    assert outcomes(judge(media_captions, html)) == ["inapplicable"]
