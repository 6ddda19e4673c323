"""Tracks are judged by what browsers take for WebVTT."""

from __future__ import annotations

from typing import Any

import pytest

from a11ycheck.evidence.media import read_track


def track(text: str | None, status: int | None = 200, file: str = "a.vtt") -> dict[str, Any]:
    return read_track({"kind": "captions", "file": file, "status": status, "text": text})


@pytest.mark.parametrize(
    ("text", "status", "state"),
    [
        ("WEBVTT - a title\n\n00:01.000 --> 00:02.500\nHello\n", 200, "ok"),
        ("\ufeffWEBVTT\r\n\r\n1\r\n00:01.000 --> 00:02.500\r\nHello\r\n", 200, "ok"),
        ("WEBVTT\n", 200, "empty"),
        ("WEBVTT", 200, "empty"),
        ("WEBVTTER\n\n00:01.000 --> 00:02.500\nHello\n", 200, "not-webvtt"),
        ("", 200, "not-webvtt"),
        ("<html>", 404, "missing"),
        ("<html>", 403, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_the_state_of_a_track(text: str | None, status: int | None, state: str) -> None:
    assert track(text, status)["state"] == state


def test_a_track_without_address_names_no_file() -> None:
    assert track(None, None, file="")["state"] == "no-file"


def test_words_are_counted_and_their_end_told_and_none_are_kept() -> None:
    found = track("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n01:00.000 --> 01:02.500\n \n")
    assert (found["cues"], found["until"]) == (1, 2.0)
    assert "text" not in found
