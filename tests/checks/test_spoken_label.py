from __future__ import annotations

import pytest

from a11ycheck.checks.spoken_label import sounds_alike, text_of


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Main St.", "Main Street"),
        ("Dept. of Health", "Department of Health"),
        ("Cooperate", "Co-operate with us"),
        ("Log-in", "Login"),
        ("Restart", "Re-start the server"),
    ],
)
def test_label_written_otherwise_sounds_alike(label: str, name: str) -> None:
    assert sounds_alike(label, name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Download", "Get the file"),
        ("Visit Port", "Visit Portugal"),
        ("555 1234", "5 5 5 1 2 3 4"),
        ("St.", "Avenue"),
        ("Go", "G o"),
        ("Godown", "Go down"),
        ("F A Q", "FAQ"),
        ("×", "Close"),
        ("Next", ""),
    ],
)
def test_other_labels_do_not(label: str, name: str) -> None:
    assert not sounds_alike(label, name)


def test_text_of_a_snippet() -> None:
    assert text_of('<a href="#" aria-label="x">Main <b>St.</b>\n</a>') == "Main St."
    assert text_of('<a href="#">Main…') == ""
