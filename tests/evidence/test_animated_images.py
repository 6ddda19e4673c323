"""Moving pictures are read frame by frame."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from a11ycheck.evidence.animated_images import frames


def moving(*colors: str, ms: int = 500, loop: int | None = 0, kind: str = "GIF", size: int = 100) -> bytes:
    """A picture whose frames have these colours."""
    images = [Image.new("RGB", (size, size), color) for color in colors]
    out = io.BytesIO()
    how: dict[str, Any] = {} if loop is None else {"loop": loop}
    images[0].save(out, kind, save_all=True, append_images=images[1:], duration=ms, **how)
    return out.getvalue()


def facts(data: bytes) -> dict[str, Any]:
    found = frames(data, [200, 200])
    assert found is not None
    return found


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_counts_frames_passes_and_their_length(kind: str) -> None:
    found = facts(moving("red", "blue", "green", kind=kind))
    assert (found["frames"], found["loops"], found["seconds"], found["moves"]) == (3, 0, 1.5, True)


def test_a_gif_without_loop_plays_once_and_with_two_three_times() -> None:
    assert facts(moving("red", "blue", loop=None))["loops"] == 1
    assert facts(moving("red", "blue", loop=2))["loops"] == 3


def test_a_still_picture_and_no_picture_are_left_out() -> None:
    assert frames(moving("red"), [100, 100]) is None
    assert frames(b"GIF89a broken", [100, 100]) is None


@pytest.mark.parametrize(("ms", "flashes"), [(50, 10), (100, 5), (250, 2), (1000, 0)])
def test_counts_flashes_within_a_second(ms: int, flashes: int) -> None:
    found = facts(moving(*["black", "white"] * 12, ms=ms))
    assert abs(found["flashes"] - flashes) <= 1
    assert found["area"] == (40_000 if flashes or ms else 0)


def test_small_changes_of_light_are_no_flash() -> None:
    assert facts(moving(*["#777777", "#7d7d7d"] * 8, ms=50))["flashes"] == 0
