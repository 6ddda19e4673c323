from __future__ import annotations

import pytest

from a11ycheck.conformance.markup import markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>", r"\<script\>"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("a | b & c", r"a \| b \& c"),
        ("# no heading", r"\# no heading"),
        ("- no item\n+ nor this", "\\- no item\n\\+ nor this"),
        ("1. no item", r"1\. no item"),
        ("1.4.3 stays", r"1\.4.3 stays"),
        ("a-b #5 plain.", "a-b #5 plain."),
    ],
)
def test_nothing_is_left_that_could_be_markup(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


def test_an_underscore_within_a_word_stays_readable() -> None:
    assert markdown("x86_64 and _this_") == r"x86_64 and \_this\_"
