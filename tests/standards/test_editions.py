"""Row counts are those of VPAT 2.5Rev; the Section 508 edition reports WCAG 2.0 alone."""

import pytest

from a11ycheck.standards import editions

WCAG_22 = {"wcag-a": 32, "wcag-aa": 24, "wcag-aaa": 31}
WCAG_20 = {"wcag-a": 25, "wcag-aa": 13, "wcag-aaa": 23}
SECTION_508 = {"508-3": 9, "508-4": 77, "508-5": 32, "508-6": 8}
EN = {
    "en-4": 11,
    "en-5": 39,
    "en-6": 20,
    "en-7": 10,
    "en-8": 33,
    "en-9": 0,
    "en-10": 4,
    "en-11": 32,
    "en-12": 7,
    "en-13": 8,
}


@pytest.mark.parametrize(
    ("edition_id", "tables"),
    [("wcag", WCAG_22), ("508", WCAG_20 | SECTION_508), ("eu", WCAG_22 | EN), ("int", WCAG_22 | SECTION_508 | EN)],
)
def test_each_edition_has_its_tables_and_rows(edition_id, tables):
    found = {table.id: len(table.rows) for table in editions.edition(edition_id).tables}
    assert found == tables
    assert list(found) == list(tables)


def test_rows_that_a_person_answers():
    answered = {table.id: sum(row.is_answered for row in table.rows) for table in editions.edition("int").tables}
    assert answered == {
        "wcag-a": 31,
        "wcag-aa": 24,
        "wcag-aaa": 31,
        "508-3": 9,
        "508-4": 54,
        "508-5": 25,
        "508-6": 4,
        "en-4": 11,
        "en-5": 30,
        "en-6": 16,
        "en-7": 9,
        "en-8": 29,
        "en-9": 0,
        "en-10": 2,
        "en-11": 20,
        "en-12": 3,
        "en-13": 7,
    }


@pytest.mark.parametrize("edition_id", editions.EDITION_IDS)
def test_a_number_stands_once(edition_id):
    nums = [row.num for row in editions.edition(edition_id).rows]
    assert len(nums) == len(set(nums))


def test_front_matter():
    edition = editions.edition("508")
    assert (edition.name, edition.template_version) == ("Revised Section 508 Edition", "2.5Rev")
    assert edition.columns == ("Criteria", "Conformance Level", "Remarks and Explanations")
    assert [(standard.id, standard.levels) for standard in edition.standards] == [("wcag20", True), ("508", False)]
    assert [part.heading for part in edition.parts] == ["WCAG 2.0 Report", "Revised Section 508 Report"]
    assert edition.en_version is None


def test_international_edition_lists_five_standards():
    edition = editions.edition("int")
    assert [standard.id for standard in edition.standards] == ["wcag20", "wcag21", "wcag22", "508", "en301549"]
    assert edition.parts[0].heading == "WCAG 2.x Report"
    assert edition.en_version == "3.2.1"


def test_wcag_row():
    row = editions.edition("int").row("1.4.11")
    assert row.label == "1.4.11 Non-text Contrast"
    assert row.level_label == "(Level AA 2.1 and 2.2)"
    assert row.url == "https://www.w3.org/TR/WCAG21/#non-text-contrast"
    assert [cell.label for cell in row.cells] == ["Web", "Electronic Docs", "Software", "Closed", "Authoring Tool"]
    en, section = row.also_applies
    assert (en.heading, en.references[0].num, en.references[0].label) == ("EN 301 549 Criteria", "9.1.4.11", "Web")
    assert (section.heading, section.references) == ("Revised Section 508", ())


def test_also_applies_and_closed_follow_the_reported_standards():
    row = editions.edition("508").row("1.1.1")
    assert [cell.component for cell in row.cells] == ["web", "electronic-docs", "software", "authoring-tool"]
    assert [also.part for also in row.also_applies] == ["508"]
    assert [reference.num for reference in row.also_applies[0].references] == ["501", "504.2", "602.3"]
    assert editions.edition("wcag").row("1.1.1").also_applies == ()


def test_rows_without_some_components():
    international = editions.edition("int")
    for num in ("2.4.1", "2.4.5", "3.2.3", "3.2.4", "4.1.3"):
        components = [cell.component for cell in international.row(num).cells]
        assert components == ["web", "electronic-docs", "authoring-tool"]
    assert [cell.component for cell in international.row("2.5.8").cells] == ["web"]


def test_preset_answers():
    international = editions.edition("int")
    presets = {
        (row.num, cell.component): cell.preset for row in international.rows for cell in row.cells if cell.preset
    }
    closed = "See EN 301 549 5.1.3.1 through 5.1.3.16"
    assert presets == {
        ("2.1.1", "closed"): closed,
        ("2.1.4", "closed"): closed,
        ("4.1.1", "none"): "Supports",
        ("412.5", "none"): "Reserved",
    }


def test_rows_that_refer_to_others():
    referring = [row for row in editions.edition("int").rows if row.refers]
    assert [row.num for row in referring] == [
        "501.1",
        "504.2",
        "602.3",
        "5.1.2.1",
        "5.1.2.2",
        "5.1.6.1",
        "10.1.1.1",
        "11.1.1.1",
        "11.5.2.1",
        "11.5.2.2",
        "11.5.2.3",
        "11.8.2",
        "12.1.2",
        "12.2.4",
    ]
    assert all(row.response and not row.cells for row in referring)
    assert editions.edition("508").row("602.3").response == "See WCAG 2.0 section"
    assert editions.edition("int").row("5.1.2.1").response == "See 5.2 through 13"


def test_a_newer_wcag_version_can_be_reported_with_section_508():
    edition = editions.edition("508", wcag_version="2.2")
    assert [len(table.rows) for table in edition.tables[:3]] == [32, 24, 31]
    assert [standard.id for standard in edition.standards] == ["wcag20", "wcag21", "wcag22", "508"]


def test_an_older_wcag_version_leaves_newer_rows_out():
    edition = editions.edition("eu", wcag_version="2.1")
    assert [len(table.rows) for table in edition.tables[:3]] == [30, 20, 28]
    assert edition.row("2.5.5").title == "Target Size"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"edition_id": "ada"}, "known: wcag, 508, eu, int"),
        ({"edition_id": "int", "wcag_version": "3.0"}, r"known: 2\.0, 2\.1, 2\.2"),
        ({"edition_id": "eu", "wcag_version": "2.0"}, r"WCAG 2\.1 or 2\.2"),
        ({"edition_id": "eu", "en_version": "4.1.1"}, r"known: 3\.2\.1"),
    ],
)
def test_unfit_arguments_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        editions.edition(**arguments)


def test_a_row_of_another_edition_is_refused():
    with pytest.raises(KeyError):
        editions.edition("508").row("11.7")
