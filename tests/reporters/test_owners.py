"""Owners are named in the reader's language, with the name that the configuration gives."""

from __future__ import annotations

import pytest

from a11ycheck.language import speaking
from a11ycheck.model import OwnerKind
from a11ycheck.reporters.owners import owner_label


@pytest.mark.parametrize(
    ("owner", "name", "label"),
    [
        ("product", "", "The product itself"),
        ("third-party", "Maps", "Third parties: Maps"),
        ("user-content", "", "Content of users"),
    ],
)
def test_an_owner_in_words(owner: OwnerKind, name: str, label: str) -> None:
    assert owner_label(owner, name) == label


@pytest.mark.parametrize("owner", ["product", "third-party", "user-content"])
def test_the_words_are_translated_and_the_name_is_not(owner: OwnerKind) -> None:
    english = owner_label(owner, "Third parties")
    with speaking("es"):
        spanish = owner_label(owner, "Third parties")
    assert spanish != english
    assert spanish.endswith(": Third parties")
