from __future__ import annotations

from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import PageFacts


def test_halves_of_utf16_pairs_become_replacement_characters() -> None:
    assert Redactor().model(PageFacts(title="half \ud83d of \ud83d\ude00")) == PageFacts(title="half \ufffd of 😀")


def test_known_secret_next_to_half_a_pair_is_hidden_too() -> None:
    assert Redactor(["hunter2!"]).model(PageFacts(title="\udc00 hunter2!")).title == "\ufffd REDACTED"
