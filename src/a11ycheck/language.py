"""The language of reports and of the terminal: gettext catalogs, read by Babel.

A catalog is `locale/<language>.po` in this package; English is what stands in the code. `scripts/catalogs.py` collects
the texts. `_` and `ngettext` speak the language that `speaking` has set for this context, else English.
"""

from __future__ import annotations

import gettext as standard
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from pathlib import Path

from babel.dates import format_datetime, get_timezone
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from a11ycheck.errors import ConfigError

FOLDER = Path(__file__).with_name("locale")
SOURCE = "en"
_language: ContextVar[str] = ContextVar("language", default=SOURCE)


def languages() -> tuple[str, ...]:
    """What reports can be written in: codes such as `es`, English first."""
    return (SOURCE, *sorted(file.stem for file in FOLDER.glob("*.po")))


def check_language(language: str) -> str:
    """The language when there is a catalog for it. Raises `ConfigError` that lists those there are."""
    if language not in languages():
        raise ConfigError(f"there are no texts in the language {language!r}", f"Choose from {', '.join(languages())}.")
    return language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block texts, numbers and dates are in this language. Raises `ConfigError` for an unknown one."""
    token = _language.set(check_language(language))
    try:
        yield
    finally:
        _language.reset(token)


def spoken() -> str:
    """The language spoken now."""
    return _language.get()


def gettext(text: str) -> str:
    """The text in the language spoken now."""
    return _catalog(spoken()).gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The text for this number of things, in the language spoken now."""
    return _catalog(spoken()).ngettext(one, many, number)


def later(text: str) -> str:
    """Mark a text for the catalogs that is spoken elsewhere."""
    return text


def counted(one: str, many: str) -> tuple[str, str]:
    """Mark a text with its plural for the catalogs; both are spoken elsewhere."""
    return one, many


def number(value: float) -> str:
    """A number as the language writes it."""
    return str(format_decimal(value, locale=spoken()))


def moment(stamp: str | None) -> str:
    """A stored time in UTC as the language writes it; what is no time stays as it is."""
    try:
        when = datetime.fromisoformat(stamp or "")
    except ValueError:
        return stamp or ""
    if spoken() == SOURCE:
        return when.strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"{format_datetime(when, 'd MMMM y, H:mm:ss', tzinfo=get_timezone('UTC'), locale=spoken())} UTC"


@cache
def entries(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The texts without a plural of a catalog: English, translated, and the files that hold it. English has none."""
    if language == SOURCE:
        return ()
    return tuple(
        (message.id, message.string, tuple(file for file, _line in message.locations))
        for message in _read(language)
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string
    )


@cache
def _read(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def _catalog(language: str) -> standard.NullTranslations:
    if language == SOURCE:
        return standard.NullTranslations()
    buffer = io.BytesIO()
    write_mo(buffer, _read(language))
    buffer.seek(0)
    return standard.GNUTranslations(buffer)


_ = gettext
