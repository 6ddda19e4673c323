"""Which visits are repeated in further variants."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from a11ycheck.config import Config, load
from a11ycheck.model import Visit
from a11ycheck.targets.variants import repeats, with_repeats

VISITS = tuple(Visit(order=order, url=f"https://x.example/{order}") for order in range(3))


def test_variants_are_every_combination_and_the_base_is_first() -> None:
    config = Config(viewport=("1280x800", "320x256"), color_scheme=["light", "dark"], forced_colors=True)  # type: ignore[arg-type]
    assert [variant.name for variant in config.variants] == [
        "1280x800+forced-colors", "1280x800+dark+forced-colors", "320x256+forced-colors", "320x256+dark+forced-colors",
    ]  # fmt: skip
    assert config.variant == config.variants[0]
    assert [variant.name for variant in Config().variants] == ["1280x800"]
    assert len(Config(viewport=("320x256", "320X256")).variants) == 1
    with pytest.raises(ValidationError):
        Config(viewport=())


def test_variables_of_the_environment_hold_lists_with_commas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("A11YCHECK_VIEWPORT", "1280x800, 320x256")
    monkeypatch.setenv("A11YCHECK_REDUCED_MOTION", "true")
    assert [variant.name for variant in load().variants] == ["1280x800+reduced-motion", "320x256+reduced-motion"]


def test_what_could_be_audited_is_repeated_in_each_further_variant() -> None:
    variants = Config(viewport=("1280x800", "320x256"), color_scheme=("light", "dark")).variants
    again = repeats(VISITS, variants, {0, 2})
    assert [(visit.order, visit.url[-1], visit.variant.name, visit.repeats) for visit in again] == [
        (3, "0", "1280x800+dark", "colours"),
        (5, "2", "1280x800+dark", "colours"),
        (6, "0", "320x256", "all"),
        (8, "2", "320x256", "all"),
        (9, "0", "320x256+dark", "all"),
        (11, "2", "320x256+dark", "all"),
    ]
    assert repeats(VISITS, variants[:1], {0, 1, 2}) == ()
    assert with_repeats({2}, (*VISITS, *again)) == {2, 5, 8, 11}
