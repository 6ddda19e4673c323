"""The catalogs hold every text of reports and terminal, in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from scripts.catalogs import template

from a11ycheck.language import FOLDER, SOURCE, languages

OTHERS = [language for language in languages() if language != SOURCE]
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    return template()


def catalog(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: str | Sequence[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_none_is_left_over(language: str, wanted: Catalog) -> None:
    """Run `python -m scripts.catalogs`, then translate what is new."""
    found = {str(message.id): message for message in catalog(language) if message.id}
    assert sorted({str(message.id) for message in wanted if message.id} - set(found)) == []
    assert sorted(set(found) - {str(message.id) for message in wanted}) == []
    assert [key for key, message in found.items() if message.fuzzy or not all(forms(message.string))] == []


def files(message: Message) -> set[str]:
    return {file for file, _line in message.locations}


@pytest.mark.parametrize("language", OTHERS)
def test_texts_name_the_files_that_hold_them(language: str, wanted: Catalog) -> None:
    """Messages of a check are found again by its file. Run `python -m scripts.catalogs`."""
    held = {message.id: files(message) for message in wanted if isinstance(message.id, str)}
    assert [
        message.id for message in catalog(language) if message.id in held and files(message) != held[message.id]
    ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_what_is_filled_in_and_the_end_of_sentences(language: str) -> None:
    for message in catalog(language):
        if not message.id:
            continue
        for original, translated in zip(forms(message.id), forms(message.string), strict=True):
            assert sorted(PLACEHOLDER.findall(original)) == sorted(PLACEHOLDER.findall(translated)), original
            assert (original[-1] in ".:") == (translated[-1] in ".:"), original
            assert ("<" in original) == ("<" in translated), original


def test_spanish_is_there() -> None:
    assert "es" in OTHERS
