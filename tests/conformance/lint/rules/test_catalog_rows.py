from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.document import Chapter
from a11ycheck.conformance.lint.rules import catalog_rows
from a11ycheck.standards.openacr import catalogs

CATALOG = catalogs()["2.5-edition-wcag-2.2-en"]
WHOLE = tuple(Chapter(chapter.id, False, "", tuple(row.num for row in chapter.rows)) for chapter in CATALOG.chapters)


def test_passes_all_rows_of_the_catalog() -> None:
    assert messages(catalog_rows, report(entry(), chapters=WHOLE)) == []


def test_fails_a_row_that_is_missing_and_one_that_is_invented() -> None:
    first, *rest = WHOLE
    changed = Chapter(first.id, False, "", ("9.9.9", *first.nums[1:]))
    found = messages(catalog_rows, report(chapters=(changed, *rest)))
    assert len(found) == 2
    assert "1.1.1: the row is missing" in found[1]


def test_passes_a_chapter_that_is_disabled_whole() -> None:
    *rest, last = WHOLE
    assert messages(catalog_rows, report(chapters=(*rest, Chapter(last.id, True, "Not evaluated.", ())))) == []


def test_fails_a_chapter_that_is_absent() -> None:
    (message,) = messages(catalog_rows, report(chapters=WHOLE[:-1]))
    assert "the chapter is missing" in message


def test_fails_a_component_that_the_catalog_does_not_have() -> None:
    (message,) = messages(catalog_rows, report(entry(component="mobile"), chapters=WHOLE))
    assert "no component “mobile”" in message


def test_fails_an_unknown_catalog_and_508_chapters_beside_a_wcag_catalog() -> None:
    filled = Chapter("support_documentation_and_services", False, "", ("602.3",))
    found = messages(catalog_rows, report(catalog="2.4-edition-wcag-2.1-en", chapters=(filled,)))
    assert len(found) == 2
