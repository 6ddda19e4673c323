from __future__ import annotations

from a11ycheck.conformance.text import inside_a_sentence, printable, shorten


def test_control_characters_direction_overrides_and_surrogates_are_replaced() -> None:
    assert printable("a\x1b[31mb\u202ec\ud800d\x00") == "a\ufffd[31mb\ufffdc\ufffdd\ufffd"


def test_white_space_is_folded() -> None:
    assert printable(" a\n\t b ") == "a b"


def test_shorten_marks_the_cut() -> None:
    assert shorten("abcdef", 6) == "abcdef"
    assert shorten("abcdefg", 6) == "abcde…"


def test_an_abbreviation_keeps_its_capitals_inside_a_sentence() -> None:
    assert inside_a_sentence("Images without a text") == "images without a text"
    assert inside_a_sentence("ARIA items outside their container") == "ARIA items outside their container"
    assert inside_a_sentence("") == ""
