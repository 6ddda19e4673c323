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


WELSH = """Ffeiliau bach a gaiff eu storio ar eich dyfais pan fyddwch yn mynd ar wefan yw cwcis. Rydym yn defnyddio rhai cwcis
hanfodol i wneud i’r wefan hon weithio. Hoffem osod cwcis ychwanegol er mwyn cofio eich gosodiadau a deall sut rydych yn
defnyddio’r wefan."""
ENGLISH = """Cookies are small files stored on your device when you visit a website. We use some essential cookies to make this
website work. We would like to set additional cookies to remember your settings and understand how you use the site."""


def test_a_text_of_which_half_is_in_the_declared_language_is_not_said_to_be_in_another() -> None:
    assert (read(WELSH, "en").verdict, read(WELSH, "en").language) == ("mismatch", "cy")
    assert read(f"{WELSH} {ENGLISH}", "en").verdict != "mismatch"
