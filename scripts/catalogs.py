"""Collects the texts of reports and terminal, and brings the catalogs up to date.

Run it with `python -m scripts.catalogs`.
A text that is new has no translation yet; one that is gone is taken out. tests/test_catalogs.py fails for both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from scripts import check_texts

from a11ycheck.language import FOLDER, SOURCE, languages
from a11ycheck.reporters.said import GATE_FILES
from a11ycheck.standards import wcag

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "a11ycheck"
WIDTH = 128
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None, "gettext": None, "later": None, "ngettext": (1, 2), "counted": (1, 2),
}  # fmt: skip
_PYTHON = [("**.py", "python")]
_JINJA = [("**.html", "jinja2")]


def messages() -> Iterator[tuple[str | tuple[str, str], str]]:
    """Every text with the file that holds it; a text with a plural is a pair."""
    places = ((PACKAGE, _PYTHON), (ROOT / "reports" / "templates" / "html", _JINJA))
    for folder, methods in places:
        options = {"**.html": {"trimmed": "false"}}
        for found in extract_from_dir(folder, methods, options, keywords=KEYWORDS):
            yield found[2], (folder / found[0]).relative_to(ROOT).as_posix()
    remedies = PACKAGE / "reporters" / "remedies.toml"
    for words in tomllib.loads(remedies.read_text(encoding="utf-8")).values():
        yield words["fix"], remedies.relative_to(ROOT).as_posix()
    effects = PACKAGE / "conformance" / "effects.toml"
    table = tomllib.loads(effects.read_text(encoding="utf-8"))
    for text in (*(rule.get("effect", "") for rule in table["rule"].values()), *table["criterion"].values()):
        if text:
            yield text, effects.relative_to(ROOT).as_posix()
    checks = PACKAGE / "checks"
    for text, name in check_texts.declared():
        yield text, (checks / name).relative_to(ROOT).as_posix()
    for file in (*sorted(checks.glob("*.py")), *(ROOT / name for name in GATE_FILES)):
        for text in check_texts.texts(file):
            yield text, file.relative_to(ROOT).as_posix()
    for criterion in wcag.criteria():
        yield criterion.name, "src/a11ycheck/standards/data/wcag.json"


def template() -> Catalog:
    """The catalog without translations."""
    catalog = Catalog(project="a11ycheck", charset="utf-8", fuzzy=False)
    for text, file in messages():
        catalog.add(text, locations=[(file, None)])  # type: ignore[list-item]
    return catalog


def main() -> None:
    """Update every catalog in place."""
    for language in languages():
        if language == SOURCE:
            continue
        path = FOLDER / f"{language}.po"
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        catalog.update(template(), no_fuzzy_matching=True)
        catalog.obsolete.clear()
        header = path.read_bytes().partition(b"\n\n")[0]
        with path.open("wb") as file:
            file.write(header + b"\n\n")
            write_po(file, catalog, width=WIDTH, omit_header=True, sort_output=True, include_lineno=False)


if __name__ == "__main__":
    main()
