from __future__ import annotations

import pytest

from a11ycheck.conformance.profile import check_profile
from a11ycheck.errors import ConfigError


def test_accepts_any_consistent_subset() -> None:
    check_profile({})
    check_profile({"paper": True, "docs": True, "media": False, "voice": False})


def test_an_unknown_question_is_named_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"product\.profile\.hardwear: unknown question") as error:
        check_profile({"hardwear": False})
    assert "hardware" in error.value.hint


@pytest.mark.parametrize(
    "answers",
    [{"paper": True, "docs": False}, {"pdf": True, "downloads": False}, {"voice": True, "media": False}],
)
def test_answers_that_contradict_each_other_are_refused(answers: dict[str, bool]) -> None:
    with pytest.raises(ConfigError, match="contradicts"):
        check_profile(answers)
