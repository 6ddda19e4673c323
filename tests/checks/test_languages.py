from __future__ import annotations

import pytest

from a11ycheck.checks.languages import read

NAMES = [
    "Filipino (Dvorak, Baybayin)",
    "Dmitry V. Levin",
    "No changes",
    "shentsize is zero",
    "oufuku (reply postcard)",
    "European edp",
    "Indonesian (Javanese)",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_and_labels_of_few_words_are_no_language(text: str) -> None:
    assert read(text, "en").verdict == "unknown"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Bonne année !", "nl", "fr"),
        ("Fireworks over Paris", "fr", "en"),
        ("Gelukkig nieuwjaar!", "en", "nl"),
        ("Zkontrolujte prosím své připojení", "en", "cs"),
        ("Ellenőrizze a kapcsolatot", "en", "hu"),
    ],
)
def test_few_words_that_belong_elsewhere_are_doubtful(text: str, declared: str, language: str) -> None:
    assert (read(text, declared).verdict, read(text, declared).language) == ("doubtful", language)


def test_a_word_of_the_declared_language_speaks_against_one_that_is_hardly_known() -> None:
    assert read("Zkontrolujte prosím připojení", "en").verdict == "doubtful"
    assert read("Zkontrolujte prosím the připojení", "en").verdict == "unknown"
