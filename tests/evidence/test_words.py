"""Words that name nothing are found however they are written, and words that say something are not among them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11ycheck.evidence import words
from a11ycheck.evidence.words import fold

LISTS = {name: getattr(words, name) for name in dir(words) if name.isupper() and not name.startswith("_")}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Read   MORE… ", "read more"),
        ("Click here!", "click here"),
        ("more »", "more"),
        ("[Link]", "link"),
        ("Read-more", "read more"),
        ("“Image”", "image"),
        ("Más información", "más información"),
        ("1.4.3 Contrast", "1 4 3 contrast"),
        ("\u00a0Here\n", "here"),
        ("…", ""),
        ("", ""),
    ],
)
def test_case_punctuation_and_spaces_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=30))
def test_what_is_folded_stays_so(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert "  " not in once


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_listed_word_can_be_met(name: str) -> None:
    unreachable = {word for word in LISTS[name] if fold(word) not in LISTS[name]}
    assert unreachable == set()


@pytest.mark.parametrize("text", ["Downloads for Windows", "Learn more about keys", "Help", "Contact", "Home"])
def test_a_link_that_says_where_it_goes_is_not_vague(text: str) -> None:
    assert fold(text) not in words.VAGUE_LINKS


def test_a_kind_of_image_is_weak_and_not_empty() -> None:
    assert words.WEAK_ALTERNATIVES.isdisjoint(words.EMPTY_ALTERNATIVES)
