"""No report for people in Spanish holds a text of the catalog in English, whichever template or reporter it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString

from a11ycheck.config import Config
from a11ycheck.language import FOLDER, speaking
from a11ycheck.reporters.base import reporters, write_reports
from a11ycheck.reporters.difference import as_html, as_markdown, as_text, difference
from a11ycheck.store.queries import RunView

FILLED = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]*>")
SAID = ("alt", "aria-label", "title", "placeholder", "content")
NOT_OURS = "code, pre, style, script, bdi, meta:not([name=description])"
# The PDF is printed from the same templates as the one-file report, by a browser.
SPEAKING = [
    (name, single)
    for name, one in reporters().items()
    for single in ((False, True) if one.META.single_file else (False,))
    if one.META.speaks and name != "pdf"
]
FEWEST_WORDS = 3


@cache
def english() -> tuple[frozenset[str], re.Pattern[str]]:
    """What must not be there: texts as a whole, and a pattern of what texts of three words or more hold between values."""
    wholes, parts = set(), set()
    with (FOLDER / "es.po").open("rb") as file:
        for message in read_po(file, locale="es"):
            both = [message.id] if isinstance(message.id, str) else list(message.id)
            for text, other in zip(
                both, [message.string] if isinstance(message.string, str) else message.string, strict=False
            ):
                if text and text != other:
                    wholes.add(text)
                    parts |= {part.strip() for part in FILLED.split(text) if len(part.split()) >= FEWEST_WORDS}
    longest = sorted(map(re.escape, parts), key=len, reverse=True)
    return frozenset(wholes), re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")


def left(texts: Iterator[str]) -> list[str]:
    wholes, parts = english()
    return [text for text in texts if text.strip(" :.") in wholes or text in wholes or parts.search(text)]


def html_texts(html: str) -> Iterator[str]:
    soup = BeautifulSoup(html, "html.parser")
    assert soup.html is not None
    assert soup.html["lang"] == "es"
    for element in soup.select(f"[lang=en], {NOT_OURS}"):
        element.decompose()
    for node in soup.find_all(string=True):
        if type(node) in (NavigableString, CData) and node.strip():
            yield " ".join(node.split())
    yield from (str(tag[name]) for tag in soup.find_all() for name in SAID if tag.get(name))


def texts_of(file: Path) -> Iterator[str]:
    if file.suffix == ".html":
        yield from html_texts(file.read_text(encoding="utf-8"))
    elif file.suffix == ".xlsx":
        book = openpyxl.load_workbook(file, read_only=True)
        yield from book.sheetnames
        yield from (str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    else:
        yield from re.sub(r"`+[^`]*`+", "", file.read_text(encoding="utf-8")).splitlines()


@pytest.mark.parametrize(("name", "single"), SPEAKING)
def test_a_report_holds_no_text_of_the_catalog_in_english(
    name: str, single: bool, view: RunView, config: Config, tmp_path: Path
) -> None:
    spanish = config.model_copy(update={"language": "es", "single_file": single})
    (entry,) = write_reports(view, spanish, [name], tmp_path)
    files = [entry, *(file for file in tmp_path.rglob("*.html") if file != entry)]
    assert {file.name: found for file in files if (found := left(texts_of(file)))} == {}


def test_a_difference_holds_none(view: RunView) -> None:
    with speaking("es"):
        told = difference(view, view)
        assert left(html_texts(as_html(told))) == []
        assert left(iter(as_text(told).splitlines())) == []
        assert left(iter(re.sub(r"`+[^`]*`+", "", as_markdown(told)).splitlines())) == []


def test_english_would_be_seen(view: RunView, config: Config, tmp_path: Path) -> None:
    (entry,) = write_reports(view, config, ["html"], tmp_path)
    told = entry.read_text(encoding="utf-8").replace('lang="en"', 'lang="es"', 1)
    assert len(left(html_texts(told))) > 20
