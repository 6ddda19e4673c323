"""Hostile text on a terminal."""

from __future__ import annotations

from a11ycheck.targets.printable import printable


def test_what_could_command_a_terminal_is_escaped_and_letters_are_not() -> None:
    assert printable("é \x1b[31m\n\u202e\udc80") == "é \\x1b[31m\\n\\u202e\\udc80"
