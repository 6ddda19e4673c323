"""Reasons in another language: one for every reason word that the code gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from a11ycheck.browser import network_fault
from a11ycheck.language import speaking
from a11ycheck.reporters.reasons import REASONS, spoken_reason

SOURCE = Path(__file__).parents[2] / "src" / "a11ycheck"
GIVEN = {
    word
    for file in SOURCE.rglob("*.py")
    for word in re.findall(
        r'(?:NotAuditedError\(|_degrade\([^")]*|faults = \[\()\s*"([a-z-]+)"', file.read_text(encoding="utf-8")
    )
}


GIVEN |= {reason for reason, _message, _hint in network_fault._NETWORK.values() if not reason.startswith("http-")}


@pytest.mark.parametrize("word", sorted(GIVEN))
def test_each_reason_has_its_words(word: str) -> None:
    assert REASONS[word]


def test_it_is_said_in_the_language_spoken_and_not_in_english() -> None:
    assert "timeout" in GIVEN
    assert spoken_reason("timeout") == ""
    with speaking("es"):
        assert spoken_reason("timeout") == "No hubo tiempo suficiente."
        assert spoken_reason("http-503") == "El servidor respondió 503."
        assert spoken_reason("a-plugin-says") == ""
