"""Which language is spoken, and how numbers and times are written in it."""

from __future__ import annotations

import pytest

from a11ycheck.errors import ConfigError
from a11ycheck.language import gettext, languages, moment, ngettext, number, speaking, spoken


def test_english_is_spoken_until_another_language_is_asked_for() -> None:
    assert gettext("Groups") == "Groups"
    with speaking("es"):
        assert spoken() == "es"
        assert gettext("Groups") == "Grupos"
        assert ngettext("%(number)s page", "%(number)s pages", 1) == "%(number)s página"
        assert ngettext("%(number)s page", "%(number)s pages", 2) == "%(number)s páginas"
        assert gettext("no such text") == "no such text"
        assert gettext("") == ""
    assert gettext("Groups") == "Groups"


def test_numbers_and_times_are_written_as_the_language_does() -> None:
    assert number(12345) == "12,345"
    assert moment("2026-01-02T03:04:05+00:00") == "2026-01-02 03:04:05 UTC"
    assert moment(None) == ""
    with speaking("es"):
        assert number(12345) == "12.345"
        assert moment("2026-01-02T03:04:05+00:00") == "2 enero 2026, 3:04:05 UTC"


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    assert languages()[0] == "en"
    with pytest.raises(ConfigError, match="'xx'") as error, speaking("xx"):
        pass
    assert "en, es" in error.value.hint
